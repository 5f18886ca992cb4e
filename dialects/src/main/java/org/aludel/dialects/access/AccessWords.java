package org.aludel.dialects.access;

/** Words that Access reserves besides those of every database: "SQL reserved words" of its developer reference. */
final class AccessWords {

    static final String RESERVED = """
            absolute action add admindb alphanumeric alter application assertion assistant at autoincrement avg begin
            binary bit boolean by byte cascade catalog char character close clustered coalesce collation commit comp
            compactdatabase compression connect connection container continue convert count counter createdatabase
            currency current cursor database date datetime day dec decimal declare delete description disallow
            disconnect distinctrow document domain double drop echo eqv error escape exclusiveconnect exec execute
            exists exit extract false field fields fillcache first float float4 float8 foreign form forms found
            function general get getobject global go goto guid hour identity idle ieeedouble ieeesingle ignore image
            imp in indexes inner input insert int integer integer1 integer2 integer4 interval isolation key language
            last lastmodified level logical logical1 long longbinary longchar longtext lower match max memo min minute
            mod money month name names national nchar newpassword no note number numeric object oleobject open
            openrecordset option outer output owneraccess pad page parameter parameters partial password percent pivot
            position prepare preserve prior privileges proc procedure property public queries query quit read real
            recalc recordset refresh registerdatabase relation relative repaint repairdatabase report reports requery
            restrict revoke rollback rows schema screen scroll second section selectschema selectsecurity session set
            short single size smallint space sql sqlcode sqlerror sqlstate stdev stdevp string substring sum
            switchdatabase system_user tabledef tabledefs tableid tabletype temporary text time timestamp tinyint top
            transaction transform translate translation trim type unknown update updateidentity updateowner upper
            usage user value values var varbinary varchar varp varying view when whenever with work write xor year yes
            yesno zone""";

    private AccessWords() {}
}
