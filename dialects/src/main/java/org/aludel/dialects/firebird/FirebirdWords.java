package org.aludel.dialects.firebird;

import java.util.Set;
import org.aludel.core.dialect.Identifiers;

/** The reserved words of Firebird 2.5 and 3.0: "Reserved words and keywords" of the language references. */
final class FirebirdWords {

    static final Set<String> RESERVED = Identifiers.words("""
            active add admin after all alter and any are as asc ascending at auto avg before begin between bigint
            bit_length blob boolean both by case cast char char_length character character_length check close collate
            column commit committed computed conditional connect constraint containing corr count covar_pop covar_samp
            create cross cstring current current_connection current_date current_role current_time current_timestamp
            current_transaction current_user cursor database date day dec decimal declare default delete deleting desc
            descending deterministic disconnect distinct do domain double drop else end entry_point escape exception
            execute exists exit external extract false fetch file filter float for foreign from full function gdscode
            gen_id generator global grant group having hour if in inactive index inner input_type insensitive insert
            inserting int integer into is isolation join key leading left length level like localtime localtimestamp
            long lower manual max maximum_segment merge min minute module_name month names national natural nchar no
            not null numeric octet_length of offset on only open option or order outer output_type over overflow page
            page_size pages parameter password plan position post_event precision primary privileges procedure
            protected rdb$db_key rdb$error rdb$record_version read real record_version recreate recursive references
            regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy release reserv
            reserving retain return returning returning_values returns revoke right rollback row row_count rows
            savepoint schema scroll second segment select sensitive set shadow shared similar singular size smallint
            snapshot some sort sqlcode sqlstate stability start starting starts statistics stddev_pop stddev_samp
            sub_type sum suspend table then time timestamp to trailing transaction trigger trim true uncommitted union
            unique unknown update updating upper user using value values var_pop var_samp varchar variable varying
            view wait when where while with work write year""");

    private FirebirdWords() {}
}
