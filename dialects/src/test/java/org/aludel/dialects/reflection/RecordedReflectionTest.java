package org.aludel.dialects.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.dialects.db2.Db2;
import org.aludel.dialects.mssql.SqlServer;
import org.aludel.dialects.oracle.Oracle;
import org.aludel.schema.Deferral;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Oracle, SQL Server and Db2: no server runs here, so their catalogues' answers are written down. */
@Tag("SCH-12")
final class RecordedReflectionTest {

    private static final SchemaReader.Place PLACE = new SchemaReader.Place("HOME", "BOOK");

    private static SchemaReader reader(Object dialect) {
        return ((CoreDialect) dialect).schemaReader();
    }

    private static RecordedCatalogue column(
            RecordedCatalogue catalogue, String table, String name, int type, String typeName, int size, int place) {
        return catalogue.metadata(
                "getColumns",
                "TABLE_NAME",
                table,
                "COLUMN_NAME",
                name,
                "DATA_TYPE",
                type,
                "TYPE_NAME",
                typeName,
                "COLUMN_SIZE",
                size,
                "DECIMAL_DIGITS",
                0,
                "NULLABLE",
                0,
                "ORDINAL_POSITION",
                place,
                "IS_AUTOINCREMENT",
                "NO");
    }

    @Test
    @Tag("DIA-07")
    void oracle() throws SQLException {
        RecordedCatalogue catalogue = new RecordedCatalogue(19);
        column(catalogue, "BOOK", "ID", java.sql.Types.NUMERIC, "NUMBER", 10, 1);
        column(catalogue, "BOOK", "TITLE", java.sql.Types.VARCHAR, "VARCHAR2", 40, 2);
        column(catalogue, "BOOK", "TWICE", java.sql.Types.NUMERIC, "NUMBER", 38, 3);
        catalogue
                .query(
                        "all_tab_cols",
                        "\"HOME\".\"ISEQ$$_1\".nextval",
                        "ID",
                        "NO",
                        null,
                        "ALWAYS",
                        "START WITH: 5, INCREMENT BY: 2, MAX_VALUE: 9999999999999999999999999999, MIN_VALUE: 1,"
                                + " CYCLE_FLAG: N, CACHE_SIZE: 20, ORDER_FLAG: N")
                .query("all_tab_cols", "'none' ", "TITLE", "NO", "as printed", null, null)
                .query("all_tab_cols", "\"ID\"*2", "TWICE", "YES", null, null, null)
                .query("constraint_type = 'U'", "UQ_TITLE", "USER NAME", "DEFERRABLE", "DEFERRED", "UQ_TITLE", "TITLE")
                .query("search_condition", "\"ID\" IS NOT NULL", "SYS_C001")
                .query("search_condition", "id > 0", "CK_ID")
                .query("all_sequences", 3, 1, "9999999999999999999999999999", "N", 50);
        SchemaReader reader = reader(Oracle.dialect());
        List<Reflected.ColumnInfo> columns = reader.columns(catalogue.connection(), PLACE);
        assertThat(columns.get(0).identity())
                .isEqualTo(new Reflected.IdentityInfo(
                        true, SequenceOptions.NONE.withStart(5L).withIncrement(2L)));
        assertThat(columns.get(1).type()).isEqualTo(Types.string(40));
        assertThat(columns.get(1).defaultSql()).isEqualTo("'none'");
        assertThat(columns.get(1).comment()).isEqualTo("as printed");
        assertThat(columns.get(2).computedBy()).isEqualTo("\"ID\"*2");
        assertThat(columns.get(2).type()).isEqualTo(Types.INTEGER);
        assertThat(reader.uniqueConstraints(catalogue.connection(), PLACE))
                .containsExactly(new Reflected.UniqueInfo(
                        "uq_title", List.of("title"), true, "uq_title", Deferral.deferrable(true)));
        assertThat(reader.checkConstraints(catalogue.connection(), PLACE))
                .containsExactly(new Reflected.CheckInfo("ck_id", "id > 0"));
        assertThat(reader.sequence(catalogue.connection(), new SchemaReader.Place("HOME", "COUNTER")))
                .isEqualTo(Sequence.of("counter").incrementedBy(3).cache(50));
    }

    @Test
    @Tag("DIA-08")
    void sqlServer() throws SQLException {
        RecordedCatalogue catalogue = new RecordedCatalogue(16);
        column(catalogue, "BOOK", "id", java.sql.Types.INTEGER, "int identity", 10, 1);
        column(catalogue, "BOOK", "title", java.sql.Types.NVARCHAR, "nvarchar", 40, 2);
        column(catalogue, "BOOK", "twice", java.sql.Types.INTEGER, "int", 10, 3);
        catalogue
                .query("sys.columns c LEFT JOIN sys.identity_columns", "id", 1, "100", "10", null, 0, null)
                .query("sys.columns c LEFT JOIN sys.identity_columns", "title", 0, null, null, null, 0, "as printed")
                .query("sys.columns c LEFT JOIN sys.identity_columns", "twice", 0, null, null, "([id]*(2))", 1, null)
                .query("sys.indexes", "ix", 0, null, 0, "([id]>(5))", "NONCLUSTERED", "title", 1, 0)
                .query("sys.indexes", "ix", 0, null, 0, "([id]>(5))", "NONCLUSTERED", "id", 0, 1)
                .query("sys.indexes", "uq", 1, "uq", 0, null, "NONCLUSTERED", "title", 0, 0)
                .query("sys.check_constraints", "CK__1", 1, "([id]>(0))");
        SchemaReader reader = reader(SqlServer.dialect());
        List<Reflected.ColumnInfo> columns = reader.columns(catalogue.connection(), PLACE);
        assertThat(columns.get(0).identity()).isEqualTo(new Reflected.IdentityInfo(true, 100L, 10L));
        assertThat(columns.get(0).type()).isEqualTo(Types.INTEGER);
        assertThat(columns.get(1).type()).isEqualTo(Types.unicode(40));
        assertThat(columns.get(1).comment()).isEqualTo("as printed");
        assertThat(columns.get(2).computedBy()).isEqualTo("[id]*(2)");
        assertThat(columns.get(2).stored()).isTrue();
        List<Reflected.IndexInfo> indexes = reader.indexes(catalogue.connection(), PLACE);
        assertThat(indexes.get(0).parts()).containsExactly(new Reflected.IndexPart("title", null, true, null));
        assertThat(indexes.get(0).where()).isEqualTo("[id]>(5)");
        assertThat(indexes.get(0).options().asMap()).containsEntry("mssql_include", List.of("id"));
        assertThat(indexes.get(1).duplicatesConstraint()).isEqualTo("uq");
        assertThat(reader.uniqueConstraints(catalogue.connection(), PLACE))
                .containsExactly(new Reflected.UniqueInfo("uq", List.of("title"), true));
        assertThat(reader.checkConstraints(catalogue.connection(), PLACE))
                .containsExactly(new Reflected.CheckInfo(null, "[id]>(0)"));
    }

    @Test
    @Tag("DIA-10")
    void db2() throws SQLException {
        RecordedCatalogue catalogue = new RecordedCatalogue(11);
        column(catalogue, "BOOK", "ID", java.sql.Types.INTEGER, "INTEGER", 10, 1);
        column(catalogue, "BOOK", "TWICE", java.sql.Types.INTEGER, "INTEGER", 10, 2);
        column(catalogue, "BOOK", "RAW", java.sql.Types.BINARY, "CHAR () FOR BIT DATA", 4, 3);
        catalogue
                .query("syscat.colidentattributes", "ID", "D", "Y", null, 7, 1, 1, 2147483647, "N", 20, "INTEGER")
                .query(
                        "syscat.colidentattributes",
                        "TWICE",
                        "A",
                        "N",
                        "AS (ID * 2)",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "INTEGER")
                .query("syscat.tabconst", "SQL240101120000000", "ID")
                .query("syscat.checks", "CK_ID", "ID > 0");
        SchemaReader reader = reader(Db2.dialect());
        List<Reflected.ColumnInfo> columns = reader.columns(catalogue.connection(), PLACE);
        assertThat(columns.get(0).identity()).isEqualTo(new Reflected.IdentityInfo(false, 7L, 1L));
        assertThat(columns.get(1).computedBy()).isEqualTo("ID * 2");
        assertThat(columns.get(2).type()).hasToString("CHAR(4) FOR BIT DATA");
        assertThat(reader.uniqueConstraints(catalogue.connection(), PLACE))
                .extracting(Reflected.UniqueInfo::name)
                .as("a name that the database made up")
                .containsExactly((String) null);
        assertThat(reader.checkConstraints(catalogue.connection(), PLACE))
                .containsExactly(new Reflected.CheckInfo("ck_id", "ID > 0"));
    }
}
