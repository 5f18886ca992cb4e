package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Reflected;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The columns of PostgreSQL's tables and views. */
final class PostgreSqlColumns {

    private static final int IDENTITY_SINCE = 10;
    private static final int GENERATED_SINCE = 12;

    private final Connection connection;

    PostgreSqlColumns(Connection connection) {
        this.connection = connection;
    }

    List<Reflected.ColumnInfo> of(SchemaReader.Place place) throws SQLException {
        Map<String, Type<?>> own = new PostgreSqlUserTypes(connection).byDeclaration();
        int version = connection.getMetaData().getDatabaseMajorVersion();
        boolean identity = version >= IDENTITY_SINCE;
        return Catalogue.query(
                connection,
                row -> column(row, own),
                "SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,"
                        + " NOT (a.attnotnull OR y.typtype = 'd' AND y.typnotnull) AS nullable,"
                        + " pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_sql, "
                        + (identity ? "a.attidentity, " : "'' AS attidentity, ")
                        + (version >= GENERATED_SINCE ? "a.attgenerated, " : "'' AS attgenerated, ")
                        + (identity
                                ? "q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcycle, q.seqcache, "
                                : "NULL AS seqstart, NULL AS seqincrement, NULL AS seqmin, NULL AS seqmax,"
                                        + " FALSE AS seqcycle, NULL AS seqcache, ")
                        + "pg_catalog.col_description(t.oid, a.attnum) AS comment,"
                        + " EXISTS (SELECT 1 FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_class s ON s.oid = o.objid"
                        + " WHERE s.relkind = 'S' AND o.deptype = 'a' AND o.refobjid = a.attrelid"
                        + " AND o.refobjsubid = a.attnum) AS owned,"
                        + " EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = a.attrelid"
                        + " AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS in_key"
                        + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid"
                        + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                        + (identity
                                ? " LEFT JOIN pg_catalog.pg_depend p ON a.attidentity <> '' AND p.refobjid = a.attrelid"
                                        + " AND p.refobjsubid = a.attnum AND p.deptype = 'i'"
                                        + " AND p.classid = 'pg_catalog.pg_class'::regclass"
                                        + " LEFT JOIN pg_catalog.pg_sequence q ON q.seqrelid = p.objid"
                                : "")
                        + PostgreSqlSchemaReader.OF_TABLE.formatted("a.attrelid")
                        + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
                place.schema(),
                place.table());
    }

    private static Reflected.ColumnInfo column(ResultSet row, Map<String, Type<?>> own) throws SQLException {
        String declared = row.getString(2);
        String defaultSql = row.getString(4);
        String identity = row.getString(5);
        String generation = row.getString(6);
        boolean counted = defaultSql != null && defaultSql.startsWith("nextval(");
        boolean serial = counted && row.getBoolean(14);
        boolean computed = !generation.isEmpty();
        Type<?> type = DeclaredTypes.of(declared, own);
        return new Reflected.ColumnInfo(
                row.getString(1),
                serial && !row.getBoolean(15) ? serial(type) : type,
                row.getBoolean(3),
                serial || computed ? null : defaultSql,
                counted || !identity.isEmpty(),
                identity.isEmpty() ? null : identity(row, declared, identity),
                computed ? defaultSql : null,
                generation.equals("s"),
                row.getString(13));
    }

    /** The type by which a column that is no key gets a sequence of its own. */
    private static Type<?> serial(Type<?> type) {
        if (type.family() != TypeFamily.INTEGER) {
            return type;
        }
        String spelling = type == Types.SMALLINT ? "SMALLSERIAL" : type == Types.BIGINT ? "BIGSERIAL" : "SERIAL";
        return new SpelledType<>(spelling, type, "postgresql");
    }

    private static Reflected.@Nullable IdentityInfo identity(ResultSet row, String declared, String kind)
            throws SQLException {
        Counting counting = new Counting(
                Catalogue.number(row, 7),
                Catalogue.number(row, 8),
                Catalogue.number(row, 9),
                Catalogue.number(row, 10),
                row.getBoolean(11),
                Catalogue.number(row, 12),
                PostgreSqlSchemaReader.leastOf(declared),
                PostgreSqlSchemaReader.greatestOf(declared),
                1);
        return new Reflected.IdentityInfo(kind.equals("a"), counting.options());
    }
}
