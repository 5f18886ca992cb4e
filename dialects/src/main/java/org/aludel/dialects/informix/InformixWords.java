package org.aludel.dialects.informix;

/** Words that can not stand for names without quotes in Informix: those that its SQL syntax guide warns of. */
final class InformixWords {

    static final String RESERVED = """
            add after at before begin boolean by byte cardinality class close cluster commit connect continue costfunc
            current cursor database datetime day dbinfo deallocate dec decimal declare define delete delimiter
            describe direct disable dormant double drop each elif enabled escape exclusive exec execute exists exit
            explicit extend external extract fetch fillfactor first float flush foreach fraction free function get gk
            global go goto handlesnulls having high hold hour identified if index indicator init insert int integer
            internal interval iterator key language last leave level limit list load lock long loop low lvarchar match
            matched maxerrors memory merge middle minute mode modify money month multiset nchar nextval none numeric
            nvarchar open optimization option out page precision prepare previous prior private privileges procedure
            public put raise range raw real recordend references reject release remainder rename resolution resource
            resume return returning returns reuse revoke rollback row rowid rows sample savepoint schema scroll second
            secondary section serial serial8 set share skip smallfloat smallint sql sqlcode start static statistics
            step storage substring sum sysdate systables temp time today trigger trim truncate type typeid units
            unload unlock update value values varchar variable view volatile wait whenever while with work write xload
            year""";

    private InformixWords() {}
}
