package org.aludel.dialects.hana;

/** The words that SAP HANA reserves: "Reserved words" of its SQL reference. */
final class HanaWords {

    static final String RESERVED = """
            all alter as before begin both case char condition connect cross cube current_connection current_date
            current_schema current_time current_timestamp current_transaction_isolation_level current_user
            current_utcdate current_utctime current_utctimestamp currval cursor declare deferred distinct else elseif
            end except exception exec false first for from full group having if in inner inout intersect into is join
            lateral leading left limit loop minus natural nchar nextval null on order out prior return returns reverse
            right rollup rowid select session_user set sql start sysuuid tablesample top trailing true union unknown
            using utctimestamp values when where while with""";

    private HanaWords() {}
}
