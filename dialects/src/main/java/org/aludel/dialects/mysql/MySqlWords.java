package org.aludel.dialects.mysql;

/** The words that MySQL and MariaDB reserve besides the standard's. */
final class MySqlWords {

    static final String RESERVED = """
            accessible add alter asensitive before bigint binary blob by call cascade change char character condition
            continue convert cube cume_dist cursor database databases day_hour day_microsecond day_minute day_second dec
            decimal declare delayed delete dense_rank describe deterministic distinctrow div double drop dual each elseif
            empty enclosed escaped except exists exit explain fetch first_value float float4 float8 force fulltext
            function generated get groups high_priority hour_microsecond hour_minute hour_second if ignore index infile
            inout insensitive insert int int1 int2 int3 int4 int8 integer interval io_after_gtids io_before_gtids iterate
            json_table key keys kill lag last_value lateral lead leave linear lines load lock long longblob longtext loop
            low_priority match maxvalue mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod
            modifies no_write_to_binlog nth_value ntile numeric of optimize optimizer_costs option optionally out outfile
            over partition percent_rank precision procedure purge range rank read reads read_write real recursive regexp
            release rename repeat replace require resignal restrict return returning revoke rlike row row_number rows
            schema schemas second_microsecond sensitive separator set show signal smallint spatial specific sql
            sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting stored
            straight_join system terminated tinyblob tinyint tinytext trigger undo unlock unsigned update usage use
            utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying virtual while window with write
            xor year_month zerofill offset""";

    private MySqlWords() {}
}
