package org.aludel.dialects.db2;

/** Words that Db2 reserves besides those of every database: "Reserved schema names and reserved words" of its SQL reference. */
final class Db2Words {

    static final String RESERVED = """
            activate add after alias allocate allow alter associate asutime at attributes audit aux auxiliary before
            begin binary bind bufferpool by call called capture cardinality cascaded ccsid char character clone close
            cluster collection collid comment commit concat condition connect connection contains continue count
            count_big crosses current current_lc_ctype current_path current_schema current_server current_timezone
            cursor cycle data database datapartitionname datapartitionnum date day days db2general db2genrl db2sql
            dbinfo dbpartitionname dbpartitionnum deallocate declare defaults definition delete dense_rank describe
            descriptor deterministic diagnostics disable disallow disconnect document double drop dssize dynamic each
            editproc elseif enable encoding encryption ending erase escape every exception excluding exclusive execute
            exists exit explain external extract fenced fetch fieldproc file final first free fullselect function
            general generated get global go goto graphic handler hash hashed_value hint hold hour hours identity if
            immediate including inclusive increment index indicator inf infinity inherit inner inout insensitive
            insert integrity iterate jar java keep key label language lateral lc_ctype leave linktype local locale
            localtime localtimestamp locator locators lock lockmax locksize long loop maintained materialized maxvalue
            microsecond microseconds minute minutes minvalue mode modifies month months names nan nocache nocycle
            nodename nodenumber nomaxvalue nominvalue none noorder normalized numparts obid of open optimization
            optimize option out over overriding package padded pagesize parameter part partition partitioned
            partitioning partitions password path piecesize plan position precision prepare prevval primary priqty
            privileges procedure program psid public query queryno range rank read reads recovery referencing refresh
            release rename repeat reset resignal restart restrict result result_set_locator return returns revoke rid
            role rollback round_ceiling round_down round_floor round_half_down round_half_even round_half_up round_up
            routine row row_number rownumber rows rowset rrn run savepoint schema scratchpad scroll search second
            seconds secqty security sensitive sequence session set signal simple snan source specific sql sqlid
            stacked standard start starting statement static statment stay stogroup stores style substring summary
            synonym sysdate sysfun sysibm sysproc system system_user tablespace time timestamp transaction trigger
            trim truncate type undo until update usage validproc value values variable variant vcat version view
            volatile volumes wait when whenever while with without wlm write xmlelement xmlexists xmlnamespaces year
            years""";

    private Db2Words() {}
}
