package org.aludel.databases.reflection;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.quotedName;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.NUMERIC;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.dialects.mysql.MySqlTypes;
import org.aludel.dialects.postgresql.PostgreSqlTypes;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.types.TypeAffinity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page about reflection says, as it says it. */
@Tag("SCH-11")
final class ReflectionPageTest {

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.create("h2:///mem:page-" + java.util.UUID.randomUUID());
        MetaData library = new MetaData();
        library.table("author", column("id", INTEGER).primaryKey(), column("name", string(50)));
        library.table(
                "book",
                column("id", INTEGER).primaryKey(),
                column("title", string(80)).notNull(),
                column("author_id", INTEGER).references("author.id", ForeignKeyOption.named("fk_author")),
                unique("title").named("uq_title"),
                index("ix_author", "author_id", "title"));
        library.sequence(Sequence.of("invoice_number").startingWith(5));
        library.createAll(engine);
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(text("CREATE VIEW titles AS SELECT title FROM book")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void oneTableComesWithThoseItRefersTo() {
        MetaData metadata = new MetaData();
        Table book = Table.reflect("book", metadata, engine);
        Table author = metadata.table("author");
        assertThat(book.references(author)).isTrue();
    }

    @Test
    void columnsOfTheProgramTakeThePlaceOfThoseFound() {
        Table book = Table.reflect(
                "book",
                new MetaData(),
                engine,
                column("title", string(200)).key("heading"),
                column("author_id", BIGINT).references("author.id"));
        assertThat(book.c("heading").type()).isEqualTo(string(200));
        assertThat(book.foreignKeys())
                .as("the key of the column that was replaced is replaced with it")
                .hasSize(1);
        assertThat(book.c("heading").key()).isEqualTo("heading");
    }

    @Test
    void keysLeadToColumnsByTheirNamesWhateverTheProgramCallsThem() {
        MetaData metadata = new MetaData();
        Table author =
                metadata.table("author", column("id", INTEGER).key("number").primaryKey());
        Table book = Table.reflect("book", metadata, engine);
        assertThat(book.foreignKeys().get(0).referredColumns()).containsExactly(author.c("number"));
    }

    @Test
    void onlySomeTablesAndViews() {
        MetaData metadata = new MetaData();
        metadata.reflect(
                engine,
                ReflectOptions.defaults()
                        .only("book", "titles")
                        .views(true)
                        .resolveForeignKeys(false)
                        .eachColumn(
                                column -> column.name().equals("author_id") ? null : column.key("x_" + column.key())));
        assertThat(metadata.tables()).extracting(Table::name).containsExactlyInAnyOrder("book", "titles");
        assertThat(metadata.table("book").columns()).extracting(Column::key).containsExactly("x_id", "x_title");
        assertThat(metadata.table("book").foreignKeys()).isEmpty();
        MetaData some = new MetaData();
        some.reflect(engine, ReflectOptions.defaults().only((String name) -> name.startsWith("a")));
        assertThat(some.tables()).extracting(Table::name).containsExactly("author");
        assertThatThrownBy(() -> some.reflect(engine, ReflectOptions.defaults().only("book", "titles", "nowhere")))
                .hasMessageContaining("ALU-0350")
                .hasMessageContaining("[titles, nowhere]")
                .hasMessageContaining("views(true)");
        assertThatThrownBy(() -> new MetaData()
                        .reflect(engine, ReflectOptions.defaults().eachColumn(column -> column("other", INTEGER))))
                .hasMessageContaining("ALU-0353");
    }

    @Test
    void withoutFollowingKeysTheyStayNames() {
        MetaData metadata = new MetaData();
        metadata.reflect(engine, ReflectOptions.defaults().only("book").resolveForeignKeys(false));
        assertThat(metadata.tables()).hasSize(1);
        assertThat(metadata.table("book").foreignKeys().get(0).targets()).containsExactly("author.id");
    }

    @Test
    void tablesThatAreDefinedAreExtendedIfAsked() {
        MetaData metadata = new MetaData();
        Table author = metadata.table("author", column("id", BIGINT).primaryKey(), column("imagined", INTEGER));
        metadata.reflect(engine);
        assertThat(author.find("name")).as("left alone").isNull();
        metadata.reflect(engine, ReflectOptions.defaults().extendExisting(true).replaceColumns(false));
        assertThat(author.columns()).extracting(Column::name).containsExactlyInAnyOrder("id", "imagined", "name");
        assertThat(author.c("id").type()).isEqualTo(BIGINT);
        metadata.reflect(engine, ReflectOptions.defaults().extendExisting(true));
        assertThat(author.c("id").type()).isEqualTo(INTEGER);
        assertThat(author.find("imagined")).isNotNull();
        assertThat(metadata.table("author")).isSameAs(author);
    }

    @Test
    void aConnectionSeesItsOwnTransaction() {
        try (Connection conn = engine.connect()) {
            MetaData metadata = new MetaData();
            metadata.reflect(conn, ReflectOptions.defaults());
            assertThat(metadata.tables()).hasSize(2);
        }
    }

    @Test
    @Tag("SCH-12")
    void theInspectorTellsIndexesAndSequences() {
        Inspector inspector = Inspector.of(engine);
        List<String> lines = new ArrayList<>();
        for (String table : inspector.tables()) {
            for (Reflected.IndexInfo index : inspector.indexes(table)) {
                if (index.duplicatesConstraint() == null) {
                    lines.add(table + ": " + index.name() + " " + index.columns());
                }
            }
        }
        assertThat(lines).containsExactly("book: ix_author [author_id, title]");
        Sequence sequence = inspector.sequence(null, "invoice_number");
        assertThat(sequence.start()).isEqualTo(5);
        assertThat(inspector.hasIndex(null, "book", "ix_author")).isTrue();
        assertThat(inspector.hasSchema("public")).isTrue();
        assertThatThrownBy(() -> inspector.sequence(null, "nowhere")).hasMessageContaining("ALU-0352");
    }

    @Test
    @Tag("SCH-13")
    void typesAreComparedByKindAndByName() {
        assertThat(TypeAffinity.of(PostgreSqlTypes.MONEY)).isEqualTo(NUMERIC);
        assertThat(TypeAffinity.same(string(20), MySqlTypes.varchar(9))).isTrue();
        assertThat(TypeAffinity.compare(engine.dialect(), string(20), string(20)))
                .isEqualTo(TypeAffinity.Difference.SAME);
        assertThat(TypeAffinity.compare(engine.dialect(), string(20), string(30)))
                .isEqualTo(TypeAffinity.Difference.SIZE);
        assertThat(TypeAffinity.compare(engine.dialect(), STRING, BIGINT)).isEqualTo(TypeAffinity.Difference.KIND);
    }

    @Test
    void namesMayHaveDots() {
        MetaData model = new MetaData();
        model.table(quotedName("a.b", true), column("c.d", INTEGER).primaryKey());
        model.createAll(engine);
        MetaData metadata = new MetaData();
        Table found = Table.reflect(quotedName("a.b", true), metadata, engine);
        assertThat(found.schema()).isNull();
        assertThat(found.fullName()).isEqualTo("a.b");
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(found.insert().set(found.c("c.d"), 1)));
        metadata.reflect(engine);
        assertThat(metadata.tables()).hasSize(3);
    }

    @Test
    @Tag("SQL-19")
    void namesInLowerCaseThatWereQuotedAreFoundAgain() {
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(text("CREATE TABLE \"small\" (\"id\" INTEGER PRIMARY KEY, other INTEGER)")));
        MetaData metadata = new MetaData();
        metadata.reflect(engine);
        Table small = metadata.table("small");
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(small.insert().set(small.c("id"), 1)));
        assertThat(small.primaryKey()).containsExactly(small.c("id"));
    }
}
