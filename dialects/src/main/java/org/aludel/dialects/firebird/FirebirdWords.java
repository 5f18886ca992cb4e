package org.aludel.dialects.firebird;

import java.util.Set;
import org.aludel.core.dialect.Identifiers;

/** The reserved words of Firebird 2.5 and 3.0: "Reserved words and keywords" of the language references. */
final class FirebirdWords {

    static final Set<String> RESERVED = Identifiers.words("""
            active add admin after all alter and any are as asc ascending at auto avg before begin between bigint bit_length
            blob boolean both by case cast char char_length character character_length check close collate column commit
            committed computed conditional connect constraint containing corr count covar_pop covar_samp create cross cstring
            current current_connection current_date current_role current_time current_timestamp current_transaction
            current_user cursor database date day debug dec decimal declare default delete deleting desc descending
            deterministic disconnect display distinct do domain double drop echo edit else end entry_point escape event
            exception execute exists exit extern external extract false fetch file filter float for foreign found free_it
            from full function gdscode gen_id generator global goto grant group group_commit_wait group_commit_wait_time
            having help hour if immediate in inactive index indicator init inner input input_type insensitive insert
            inserting int integer into is isolation isql join key lc_messages lc_type leading left length lev level like
            localtime localtimestamp log_buf_size logfile long lower manual max max_segment maximum maximum_segment merge
            message min minimum minute module_name month names national natural nchar no noauto not null num_log_buffers
            num_log_bufs numeric octet_length of offset on only open option or order outer output output_type over overflow
            page page_size pages pagelength parameter password plan position post_event precision prepare primary privileges
            procedure protected public quit raw_partitions rdb$db_key rdb$error rdb$get_context rdb$get_transaction_cn
            rdb$record_version rdb$role_in_use rdb$set_context rdb$system_privilege read real record_version recreate
            recursive references regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
            release reserv reserving retain return returning returning_values returns revoke right rollback row row_count
            rows runtime savepoint schema scroll second segment select sensitive set shadow shared shell show similar
            singular size smallint snapshot some sort sql sqlcode sqlerror sqlstate sqlwarning stability start starting
            starts statement static statistics stddev_pop stddev_samp sub_type sum suspend table terminator then time
            timestamp to trailing transaction translate translation trigger trim true uncommitted union unique unknown
            update updating upper user using value values var_pop var_samp varchar variable varying version view wait weekday
            when whenever where while with work write year yearday""");

    private FirebirdWords() {}
}
