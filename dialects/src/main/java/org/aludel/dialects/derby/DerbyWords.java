package org.aludel.dialects.derby;

/** Words that Derby reserves besides those of every database: "SQL reserved words" of its reference manual. */
final class DerbyWords {

    static final String RESERVED = """
            add allocate alter are assertion at avg begin bigint bit boolean by call cascade cascaded char character
            character_length close coalesce commit connect connection constraints continue convert corresponding current
            current_role current_schema cursor deallocate dec decimal declare deferred delete describe diagnostics
            disconnect double drop escape exception exec execute exists explain external fetch first float foreign found
            function get getcurrentconnection global go goto having hour identity immediate indicator inner inout input
            insensitive insert int integer interval isolation key language last lower ltrim match max min minute national
            nchar next no none nullif numeric nvarchar open option out output over overlaps pad partial prepare preserve prior
            privileges procedure public read real relative restrict revoke rollback row_number rows rtrim schema scroll
            second smallint space sql sqlcode sqlerror sqlstate substr substring sum system_user temporary timezone_hour
            timezone_minute transaction translate translation trim unknown update upper values varchar varying view
            whenever window with work write xml xmlexists xmlparse xmlquery xmlserialize year""";

    private DerbyWords() {}
}
