package org.aludel.dialects.hana;

/** The words that MaxDB reserves: "Reserved keywords" of its reference manual. */
final class MaxDbWords {

    static final String RESERVED = """
            abs absolute acos adddate addtime all alpha alter any ascii asin atan atan2 avg binary bit boolean byte
            case ceil ceiling char character check chr column concat constraint cos cosh cot count cross curdate
            current cursor curtime database date datediff day dayname dayofmonth dayofweek dayofyear dec decimal
            decode default degrees delete digits distinct double ebcdic except exists exp expand first fixed float
            floor for from full get_objectname get_schema grant greatest group having hex hextoraw hour identified
            ifnull ignore index initcap inner insert int integer internal intersect into join key last lcase least
            left length lfill list ln locate log log10 long longfile lower lpad ltrim makedate maketime mapchar max
            mbcs microsecond min minute mod month monthname natural nchar next no noround not now null num numeric
            object of on open or order packed percentage pi power prev primary radians rand real referenced rej
            replace restore rfill right round rowid rowno rpad rtrim second select selupd serial set show sign sin
            sinh smallint some soundex space sqrt stamp stat statistics stddev subdate subdatetime substr substring
            subtime sum sysdba table tan tanh text time timediff timestamp timezone to toidentifier transaction
            translate trim trunc truncate ucase uid unicode union unique update upper user usergroup using utcdate
            utcdiff value values varchar vargraphic variance week weekofyear when where with year""";

    private MaxDbWords() {}
}
