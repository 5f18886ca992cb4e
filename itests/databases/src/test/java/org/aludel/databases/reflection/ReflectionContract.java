package org.aludel.databases.reflection;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.schema.ForeignKeyAction.SET_NULL;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.primaryKey;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BINARY;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIME;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.fixedString;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database tells of itself; each database's class says where it is. */
abstract class ReflectionContract {

    private Engine engine;
    private Inspector inspector;

    abstract String url();

    /** Whether constraints can be named, and come back by their names. */
    boolean tellsNames() {
        return true;
    }

    @BeforeEach
    void open() {
        engine = Engine.create(url());
        inspector = Inspector.of(engine);
    }

    @AfterEach
    void close() {
        MetaData all = new MetaData();
        all.reflect(engine);
        all.dropAll(engine);
        engine.close();
    }

    private MetaData library() {
        MetaData metadata = new MetaData();
        metadata.table(
                "shelf",
                column("room", INTEGER).notNull(),
                column("place", INTEGER).notNull(),
                primaryKey("room", "place").named("pk_shelf"));
        metadata.table(
                "author",
                column("id", INTEGER).primaryKey(),
                column("name", string(50)).notNull(),
                unique("name").named("uq_author_name"));
        metadata.table(
                "book",
                column("id", INTEGER).primaryKey(),
                column("title", string(80)).notNull(),
                column("author_id", INTEGER),
                column("room", INTEGER),
                column("place", INTEGER),
                column("pages", INTEGER),
                foreignKey("author_id")
                        .references("author.id")
                        .with(onDelete(CASCADE), ForeignKeyOption.named("fk_book_author")),
                foreignKey("room", "place")
                        .references("shelf.room", "shelf.place")
                        .with(onDelete(SET_NULL), ForeignKeyOption.named("fk_book_shelf")),
                check("pages > 0").named("ck_book_pages"),
                index("ix_book_title", "title"),
                index("ix_book_place", "author_id", "pages"));
        return metadata;
    }

    @Test
    @Tag("SCH-12")
    void namesOfTablesAreSortedAndInTheProgramsForm() {
        library().createAll(engine);
        assertThat(inspector.tables()).containsExactly("author", "book", "shelf");
        assertThat(inspector.hasTable("book")).isTrue();
        assertThat(inspector.hasTable("boo_")).isFalse();
        assertThat(inspector.hasTable("magazine")).isFalse();
    }

    @Test
    @Tag("SCH-12")
    void keysAndConstraintsAreToldWithTheirColumns() {
        library().createAll(engine);
        assertThat(inspector.primaryKey("shelf").columns()).containsExactly("room", "place");
        List<Reflected.ForeignKeyInfo> keys = inspector.foreignKeys("book");
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).columns()).containsExactly("author_id");
        assertThat(keys.get(0).referredTable()).isEqualTo("author");
        assertThat(keys.get(0).referredSchema()).isNull();
        assertThat(keys.get(0).onDelete()).isEqualTo(CASCADE);
        assertThat(keys.get(1).columns()).containsExactly("room", "place");
        assertThat(keys.get(1).referredColumns()).containsExactly("room", "place");
        assertThat(keys.get(1).onDelete()).isEqualTo(SET_NULL);
        assertThat(inspector.uniqueConstraints("author"))
                .extracting(Reflected.UniqueInfo::columns)
                .containsExactly(List.of("name"));
        assertThat(inspector.checkConstraints("book")).hasSize(1);
        assertThat(inspector.checkConstraints("book").get(0).sql().toLowerCase(java.util.Locale.ROOT))
                .containsPattern("pages\\W*>\\s*0");
        assertThat(inspector.indexes("book"))
                .filteredOn(index -> index.name().startsWith("ix_"))
                .extracting(Reflected.IndexInfo::name, Reflected.IndexInfo::columns)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ix_book_place", List.of("author_id", "pages")),
                        org.assertj.core.groups.Tuple.tuple("ix_book_title", List.of("title")));
        if (tellsNames()) {
            assertThat(keys.get(0).name()).isEqualTo("fk_book_author");
            assertThat(inspector.uniqueConstraints("author").get(0).name()).isEqualTo("uq_author_name");
            assertThat(inspector.checkConstraints("book").get(0).name()).isEqualTo("ck_book_pages");
        }
    }

    @Test
    @Tag("SCH-11")
    @Tag("SCH-12")
    void aModelMadeFromTheDatabaseMakesTheSameDatabase() {
        library().createAll(engine);
        List<String> before = description();
        MetaData reflected = new MetaData();
        reflected.reflect(engine);
        assertThat(reflected.tables()).extracting(Table::name).containsExactlyInAnyOrder("author", "book", "shelf");
        reflected.dropAll(engine);
        assertThat(inspector.tables()).isEmpty();
        reflected.createAll(engine);
        assertThat(description()).containsExactlyElementsOf(before);
    }

    private List<String> description() {
        List<String> lines = new ArrayList<>();
        for (String table : inspector.tables()) {
            lines.add(table);
            inspector.columns(table).forEach(column -> lines.add("  " + column));
            lines.add("  " + inspector.primaryKey(table));
            inspector.foreignKeys(table).forEach(key -> lines.add("  " + key));
            inspector.uniqueConstraints(table).forEach(unique -> lines.add("  " + unique));
            inspector.checkConstraints(table).forEach(check -> lines.add("  " + check));
            inspector.indexes(table).forEach(index -> lines.add("  " + index));
        }
        return lines;
    }

    @Test
    @Tag("SCH-13")
    @Tag("TYP-01")
    void typesComeBackAsTheyWereDeclared() {
        MetaData metadata = new MetaData();
        Table declared = metadata.table(
                "kinds",
                column("id", INTEGER).primaryKey(),
                column("small", SMALLINT),
                column("medium", INTEGER).notNull(),
                column("large", BIGINT),
                column("exact", numeric(12, 3)),
                column("approximate", DOUBLE),
                column("flag", BOOLEAN),
                column("word", string(40)),
                column("code", fixedString(3)),
                column("essay", TEXT),
                column("born", DATE),
                column("wakes", TIME),
                column("seen", TIMESTAMP),
                column("picture", BINARY));
        metadata.createAll(engine);
        Table found = Table.reflect("kinds", new MetaData(), engine);
        assertThat(found.columns())
                .extracting(Column::name)
                .containsExactlyElementsOf(
                        declared.columns().stream().map(Column::name).toList());
        for (Column<?> column : declared.columns()) {
            assertThat(ddlOf(found.c(column.name()))).as(column.name()).isEqualTo(ddlOf(column));
            assertThat(found.c(column.name()).isNullable()).as(column.name()).isEqualTo(column.isNullable());
        }
        assertThat(found.generatedColumn()).isNotNull();
    }

    /** The definition of a table of one column of that type. */
    private String ddlOf(Column<?> column) {
        Table one = new MetaData().table("one", column("c", column.type()));
        return engine.dialect().toSql(new DdlElement.CreateTable(one, false, List.of()));
    }

    @Test
    @Tag("SCH-11")
    void aReflectedTableBringsTheTablesItRefersTo() {
        library().createAll(engine);
        MetaData found = new MetaData();
        Table book = Table.reflect("book", found, engine);
        assertThat(found.find("author")).isNotNull();
        assertThat(book.references(found.table("author"))).isTrue();
        assertThat(Table.reflect("book", found, engine)).isSameAs(book);
        engine.<RuntimeException>useTransaction(conn -> {
            conn.execute(found.table("author").insert().values(org.aludel.sql.Sql.params("id", 1, "name", "Ada")));
            conn.execute(book.insert()
                    .values(org.aludel.sql.Sql.params("id", 1, "title", "Notes", "author_id", 1, "pages", 10)));
        });
        try (Connection conn = engine.connect()) {
            assertThat(conn.execute(select(
                                            book.c("title"),
                                            found.table("author").c("name"))
                                    .from(book.join(found.table("author"))))
                            .all())
                    .extracting(row -> row.get(0) + " by " + row.get(1))
                    .containsExactly("Notes by Ada");
        }
    }

    @Test
    @Tag("SCH-11")
    void columnsGivenByTheProgramAreTakenInsteadOfThoseFound() {
        library().createAll(engine);
        Table book = Table.reflect(
                "book",
                new MetaData(),
                engine,
                column("title", string(200)).key("heading"),
                column("imagined", INTEGER));
        assertThat(book.c("heading").name()).isEqualTo("title");
        assertThat(book.c("heading").type()).isEqualTo(string(200));
        assertThat(book.find("imagined")).isNotNull();
        assertThat(book.find("pages")).isNotNull();
    }

    @Test
    @Tag("SCH-12")
    @Tag("SCH-11")
    void viewsAreToldApartFromTablesAndCanBeReflected() {
        library().createAll(engine);
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(text("CREATE VIEW long_books AS SELECT id, title FROM book WHERE pages > 500")));
        try {
            assertThat(inspector.tables()).doesNotContain("long_books");
            assertThat(inspector.views()).containsExactly("long_books");
            assertThat(String.valueOf(inspector.viewDefinition(null, "long_books"))
                            .toLowerCase(java.util.Locale.ROOT))
                    .contains("pages");
            Table view = Table.reflect("long_books", new MetaData(), engine);
            assertThat(view.columns()).extracting(Column::name).containsExactly("id", "title");
        } finally {
            engine.<RuntimeException>useTransaction(conn -> conn.execute(text("DROP VIEW long_books")));
        }
    }

    @Test
    @Tag("SCH-12")
    @Tag("SQL-19")
    void namesThatNeedQuotesComeBackAsTheyAre() {
        MetaData metadata = new MetaData();
        metadata.table(
                "Order",
                column("Select", INTEGER).primaryKey(),
                column("from", string(10)),
                column("a b", INTEGER),
                column("mixedCase", INTEGER));
        metadata.createAll(engine);
        assertThat(inspector.tables()).containsExactly("Order");
        assertThat(inspector.columns("Order"))
                .extracting(Reflected.ColumnInfo::name)
                .containsExactly("Select", "from", "a b", "mixedCase");
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-12")
    void generatedKeysAndDefaultsAreTold() {
        MetaData metadata = new MetaData();
        metadata.table(
                "counted",
                column("id", INTEGER).primaryKey(),
                column("state", string(10)).notNull().serverDefault("new"),
                column("n", INTEGER).serverDefault(org.aludel.sql.Sql.literalColumn("7", INTEGER)));
        metadata.createAll(engine);
        List<Reflected.ColumnInfo> columns = inspector.columns("counted");
        assertThat(columns.get(0).autoincrement()).isTrue();
        assertThat(columns.get(0).defaultSql()).isNull();
        assertThat(columns.get(1).defaultSql()).contains("'new'");
        assertThat(columns.get(1).nullable()).isFalse();
        assertThat(columns.get(2).defaultSql()).contains("7");
        Table found = Table.reflect("counted", new MetaData(), engine);
        assertThat(found.generatedColumn()).isSameAs(found.c("id"));
        found.metaData().dropAll(engine);
        found.metaData().createAll(engine);
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(found.insert().values(org.aludel.sql.Sql.params("n", 1))));
        try (Connection conn = engine.connect()) {
            assertThat(conn.execute(select(found.c("state"))).scalar(String.class))
                    .isEqualTo("new");
        }
    }

    @Test
    @Tag("SCH-10")
    @Tag("SCH-12")
    void commentsOfColumnsAreToldWhereTheDatabaseKeepsThem() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                engine.dialect().supports(Capability.COMMENTS),
                "comments on " + engine.dialect().name());
        MetaData metadata = new MetaData();
        metadata.table(
                "noted",
                column("id", INTEGER).primaryKey(),
                column("name", string(10)).comment("what it's called"));
        metadata.createAll(engine);
        assertThat(inspector.columns("noted").get(1).comment()).isEqualTo("what it's called");
        assertThat(Table.reflect("noted", new MetaData(), engine).c("name").comment())
                .isEqualTo("what it's called");
    }

    @Test
    @Tag("SCH-12")
    void aConnectionsInspectorSeesWhatItsTransactionSees() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                engine.dialect().supports(Capability.TRANSACTIONAL_DDL),
                "definitions inside transactions on " + engine.dialect().name());
        try (Connection conn = engine.connect();
                var tx = conn.begin()) {
            library().createAll(conn);
            assertThat(Inspector.of(conn).hasTable("book")).isTrue();
            tx.rollback();
        }
        assertThat(inspector.hasTable("book")).isFalse();
    }

    @Test
    @Tag("SCH-11")
    void aTableThatIsNotThereIsNamedInTheError() {
        assertThatThrownBy(() -> Table.reflect("nowhere", new MetaData(), engine))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0126")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> inspector.columns("nowhere")).hasMessageContaining("ALU-0126");
    }
}
