package org.aludel.dialects.hsqldb;

/** Words that HSQLDB reserves besides those of every database: the list of its guide, "List of SQL Standard Keywords". */
final class HsqldbWords {

    static final String RESERVED = """
            abs all allocate alter any are array array_agg as asensitive at atomic avg begin bigint binary blob boolean by
            call called cardinality cascaded ceil ceiling char char_length character character_length check clob close
            coalesce collect commit compare condition connect constraint contains convert corr corresponding count covar_pop
            covar_samp create cube cume_dist current current_catalog current_path current_role current_schema current_time
            cursor cycle date day deallocate dec decimal declare delete dense_rank deref describe deterministic disconnect
            double drop dynamic each element elseif end_exec escape every exec execute exists exit exp external extract
            filter first_value float floor free function fusion get global grouping handler hold hour identity import
            indicator inout insensitive insert int integer interval iterate language large last_value lateral lead leave
            leftarray like_regex ln local loop lower match max max_cardinality member merge method min minute mod modifies
            module month multiset national nchar nclob no none normalize nth_value ntile nullif numeric
            occurrences_regex octet_length of open out over overlay parameter partition percent_rank percentile_cont
            percentile_disc position position_regex power precision prepare procedure range rank reads real recursive ref
            referencing regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy release
            repeat resignal result return returns revoke rollback rollup row row_number rows savepoint scope scroll search
            second sensitive signal smallint specific specifictype sql sqlexception sqlstate sqlwarning sqrt stack start
            static stddev_pop stddev_samp submultiset substring substring_regex sum system system_user table tablesample
            timestamp timezone_hour timezone_minute to translate translate_regex translation treat trigger trim trim_array
            truncate uescape undo unknown unnest until update upper value values var_pop var_samp varbinary varchar varying
            while width_bucket window with within without year""";

    private HsqldbWords() {}
}
