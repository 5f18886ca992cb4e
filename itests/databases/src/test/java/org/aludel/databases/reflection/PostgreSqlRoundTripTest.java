package org.aludel.databases.reflection;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.schema.ForeignKeyAction.RESTRICT;
import static org.aludel.schema.ForeignKeyAction.SET_DEFAULT;
import static org.aludel.schema.ForeignKeyAction.SET_NULL;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.foreignKey;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.literalColumn;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.primaryKey;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aludel.dialects.postgresql.PostgreSqlTypes;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.TableOptions;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.types.EnumType;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that PostgreSQL can be told comes back as it was said. */
@Tag("DIA-01")
final class PostgreSqlRoundTripTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    private Engine engine;
    private Inspector inspector;
    private RoundTrip roundTrip;

    @BeforeEach
    void open() {
        engine = Engine.create(POSTGRESQL.database().aludelUrl());
        inspector = Inspector.of(engine);
        roundTrip = new RoundTrip(engine);
    }

    @AfterEach
    void close() {
        run("DROP SCHEMA public CASCADE", "DROP SCHEMA IF EXISTS sales CASCADE", "CREATE SCHEMA public");
        engine.close();
    }

    private void run(String... statements) {
        engine.<RuntimeException>useTransaction(conn -> {
            for (String statement : statements) {
                conn.execute(text(statement.replace(":", "\\:")));
            }
        });
    }

    @Test
    @Tag("SCH-13")
    @Tag("TYP-02")
    void everyTypeComesBackAsItself() {
        run("CREATE EXTENSION IF NOT EXISTS hstore");
        Map<String, Type<?>> types = new java.util.LinkedHashMap<>();
        List.of(
                        BOOLEAN,
                        SMALLINT,
                        INTEGER,
                        BIGINT,
                        NUMERIC,
                        numeric(12),
                        numeric(12, 0),
                        numeric(12, 5),
                        FLOAT,
                        DOUBLE,
                        STRING,
                        string(1),
                        string(4000),
                        fixedString(1),
                        fixedString(7),
                        TEXT,
                        DATE,
                        TIME,
                        TIMESTAMP,
                        TIMESTAMP_TZ,
                        INTERVAL,
                        BINARY,
                        UUID,
                        JSON,
                        array(INTEGER),
                        array(string(20)),
                        array(numeric(5, 2)),
                        array(TIMESTAMP),
                        array(TEXT),
                        PostgreSqlTypes.JSONB,
                        PostgreSqlTypes.HSTORE,
                        PostgreSqlTypes.INET,
                        PostgreSqlTypes.CIDR,
                        PostgreSqlTypes.MACADDR,
                        PostgreSqlTypes.MACADDR8,
                        PostgreSqlTypes.MONEY,
                        PostgreSqlTypes.OID,
                        PostgreSqlTypes.REGCLASS,
                        PostgreSqlTypes.TSVECTOR,
                        PostgreSqlTypes.BIT,
                        PostgreSqlTypes.bit(5),
                        PostgreSqlTypes.bit(5).varying(),
                        PostgreSqlTypes.bit(0).varying(),
                        PostgreSqlTypes.INT4RANGE,
                        PostgreSqlTypes.INT8RANGE,
                        PostgreSqlTypes.NUMRANGE,
                        PostgreSqlTypes.DATERANGE,
                        PostgreSqlTypes.TSRANGE,
                        PostgreSqlTypes.TSTZRANGE,
                        PostgreSqlTypes.TIME,
                        PostgreSqlTypes.TIME.precision(3),
                        PostgreSqlTypes.TIME.precision(0).timezone(),
                        PostgreSqlTypes.TIME.timezone(),
                        PostgreSqlTypes.TIMESTAMP.precision(0),
                        PostgreSqlTypes.TIMESTAMP.precision(3).timezone(),
                        PostgreSqlTypes.INTERVAL,
                        PostgreSqlTypes.INTERVAL.precision(3),
                        PostgreSqlTypes.INTERVAL.fields("YEAR TO MONTH"),
                        PostgreSqlTypes.INTERVAL.fields("DAY TO SECOND").precision(2),
                        new SpelledType<>("XML", TEXT, "postgresql"),
                        new SpelledType<>("POINT", TEXT, "postgresql"))
                .forEach(type -> types.put("c" + types.size(), type));
        MetaData model = new MetaData();
        model.table(
                "kinds",
                types.entrySet().stream()
                        .map(entry -> column(entry.getKey(), entry.getValue()))
                        .toList());
        MetaData found = roundTrip.of(model);
        // the very constants, where the server has no other spelling for them
        assertThat(found.table("kinds").columns())
                .extracting(column -> (Object) column.type())
                .contains(
                        PostgreSqlTypes.JSONB,
                        PostgreSqlTypes.INET,
                        PostgreSqlTypes.HSTORE,
                        PostgreSqlTypes.TSTZRANGE,
                        PostgreSqlTypes.INTERVAL.fields("YEAR TO MONTH"),
                        PostgreSqlTypes.TIME.precision(3),
                        array(string(20)));
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-11")
    void generatedColumnsComeBackWithTheirOptions() {
        MetaData model = new MetaData();
        model.table(
                "plain",
                column("id", INTEGER).primaryKey(),
                column("state", string(10)).notNull().serverDefault("new"),
                column("made", TIMESTAMP).serverDefault(text("now()")),
                column("n", numeric(8, 2)).serverDefault(text("-1.5")),
                column("twice", numeric(10, 2)).computed(literalColumn("n * 2", NUMERIC), true));
        model.table(
                "counted",
                column("id", BIGINT)
                        .identity(Identity.generatedAlways()
                                .startingWith(100)
                                .incrementedBy(10)
                                .minValue(50)
                                .maxValue(5000)
                                .cycle(true)
                                .cache(5))
                        .primaryKey());
        model.table(
                "small",
                column("id", SMALLINT)
                        .identity(Identity.generatedByDefault().startingWith(-1).incrementedBy(-1))
                        .primaryKey());
        MetaData found = roundTrip.of(model);
        assertThat(found.table("counted").c("id").identityOptions())
                .isEqualTo(model.table("counted").c("id").identityOptions());
        assertThat(found.table("small").c("id").identityOptions())
                .isEqualTo(model.table("small").c("id").identityOptions());
        assertThat(found.table("plain").generatedColumn())
                .isSameAs(found.table("plain").c("id"));
        assertThat(inspector.columns("plain").get(4).computedBy()).contains("n *");
    }

    @Test
    @Tag("SCH-11")
    void computedColumnsThatAreNotStoredComeBackSo() {
        MetaData model = new MetaData();
        model.table(
                "sums", column("a", INTEGER), column("b", INTEGER).computed(literalColumn("a + 1", INTEGER), false));
        MetaData found = roundTrip.of(model);
        assertThat(found.table("sums").c("b").computedStorage()).isFalse();
    }

    @Test
    @Tag("SCH-04")
    @Tag("SCH-11")
    void constraintsComeBackWithActionsAndDeferral() {
        MetaData model = new MetaData();
        model.table(
                "place",
                column("room", INTEGER),
                column("shelf", INTEGER),
                primaryKey("shelf", "room").named("pk_place"));
        model.table(
                "thing",
                column("id", INTEGER).primaryKey(),
                column("room", INTEGER).serverDefault(text("1")),
                column("shelf", INTEGER).serverDefault(text("1")),
                column("parent", INTEGER)
                        .references("thing.id", onDelete(SET_NULL), ForeignKeyOption.named("fk_thing_parent")),
                column("twin", INTEGER)
                        .references(
                                "thing.id",
                                onDelete(RESTRICT),
                                ForeignKeyOption.onUpdate(CASCADE),
                                ForeignKeyOption.deferrable(true),
                                ForeignKeyOption.named("fk_thing_twin")),
                column("code", string(5)),
                foreignKey("shelf", "room")
                        .references("place.shelf", "place.room")
                        .with(
                                onDelete(SET_DEFAULT),
                                ForeignKeyOption.deferrable(false),
                                ForeignKeyOption.match("FULL"),
                                ForeignKeyOption.named("fk_thing_place")),
                unique("code").named("uq_thing_code").deferred(true),
                unique("room", "code"),
                check("room > 0 AND code <> 'x)('").named("ck_thing_room"));
        MetaData found = roundTrip.of(model);
        assertThat(found.table("place").primaryKeyConstraint().name()).isEqualTo("pk_place");
        Reflected.UniqueInfo code = inspector.uniqueConstraints("thing").get(0);
        assertThat(code.deferral()).isEqualTo(Deferral.deferrable(true));
        assertThat(code.duplicatesIndex()).isEqualTo("uq_thing_code");
        assertThat(inspector.indexes("thing"))
                .extracting(Reflected.IndexInfo::duplicatesConstraint)
                .containsExactlyInAnyOrder("uq_thing_code", "thing_room_code_key");
        assertThat(found.table("thing").indexes()).isEmpty();
    }

    @Test
    @Tag("SCH-04")
    @Tag("SCH-12")
    void indexesComeBackWithAllThatWasSaidOfThem() {
        MetaData model = new MetaData();
        Table table = model.table(
                "page",
                column("id", INTEGER).primaryKey(),
                column("title", string(50)),
                column("body", TEXT),
                column("tags", array(INTEGER)),
                column("rank", INTEGER),
                index("ix_page_title", "title").asUnique(),
                index("ix_page_some", "rank").where(literalColumn("rank > 10", BOOLEAN)),
                index("ix_page_tags", "tags").option("postgresql_using", "gin"),
                index("ix_page_words", "title").option("postgresql_ops", Map.of("title", "varchar_pattern_ops")),
                index("ix_page_more", "rank").option("postgresql_include", List.of("title", "id")),
                index("ix_page_filled", "rank").option("postgresql_with", Map.of("fillfactor", 50)));
        table.append(Index.on(
                "ix_page_order",
                table.c("rank").desc(),
                table.c("title").desc().nullsLast(),
                table.c("body").asc().nullsFirst(),
                table.c("id")));
        table.append(Index.on("ix_page_lower", literalColumn("lower((title)::text)", TEXT), table.c("id")));
        roundTrip.of(model);
        Map<String, Reflected.IndexInfo> found = new java.util.TreeMap<>();
        inspector.indexes("page").forEach(info -> found.put(info.name(), info));
        assertThat(found).hasSize(8);
        assertThat(found.get("ix_page_some").where()).isEqualTo("rank > 10");
        assertThat(found.get("ix_page_tags").options().asMap()).containsEntry("postgresql_using", "gin");
        assertThat(found.get("ix_page_words").options().asMap())
                .containsEntry("postgresql_ops", Map.of("title", "varchar_pattern_ops"));
        assertThat(found.get("ix_page_more").columns()).containsExactly("rank");
        assertThat(found.get("ix_page_more").options().asMap())
                .containsEntry("postgresql_include", List.of("title", "id"));
        assertThat(found.get("ix_page_filled").options().asMap())
                .containsEntry("postgresql_with", Map.of("fillfactor", "50"));
        assertThat(found.get("ix_page_order").parts())
                .containsExactly(
                        new Reflected.IndexPart("rank", null, true, null),
                        new Reflected.IndexPart("title", null, true, false),
                        new Reflected.IndexPart("body", null, false, true),
                        new Reflected.IndexPart("id", null, false, null));
        assertThat(found.get("ix_page_lower").parts().get(0).expression()).contains("lower(");
        assertThat(found.get("ix_page_lower").columns()).containsExactly(null, "id");
        assertThat(found.get("ix_page_title").unique()).isTrue();
        assertThat(found.get("ix_page_title").duplicatesConstraint()).isNull();
    }

    @Test
    @Tag("SCH-10")
    void commentsOfTablesAndColumnsComeBack() {
        MetaData model = new MetaData();
        model.table(
                "noted",
                TableOptions.none().comment("all 'of' them\nand more"),
                column("id", INTEGER).primaryKey().comment("a \"key\" \\ with 100%"));
        roundTrip.of(model);
        assertThat(inspector.comment("noted")).isEqualTo("all 'of' them\nand more");
    }

    @Test
    @Tag("TYP-04")
    @Tag("SCH-12")
    void enumerationsAndDomainsAreTypesOfTheirOwn() {
        run("CREATE SCHEMA sales", "CREATE TYPE sales.size AS ENUM ('s', 'm', 'it''s')");
        run("CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT more CHECK (VALUE > 0)");
        MetaData model = new MetaData();
        EnumType<String> mood = enumeration("sad", "ok").named("Mood");
        model.table(
                "person",
                column("id", INTEGER).primaryKey(),
                column("mood", mood),
                column("size", enumeration("s", "m", "it's").named("size").inSchema("sales")),
                column("age", new SpelledType<>("positive", INTEGER, "postgresql"))
                        .notNull());
        roundTrip.of(model);
        assertThat(inspector.enums(null)).containsExactly(new Reflected.EnumInfo(null, "Mood", List.of("sad", "ok")));
        assertThat(inspector.enums("sales"))
                .containsExactly(new Reflected.EnumInfo("sales", "size", List.of("s", "m", "it's")));
        Reflected.DomainInfo positive = inspector.domains(null).get(0);
        assertThat(positive.name()).isEqualTo("positive");
        assertThat(positive.type()).isEqualTo(INTEGER);
        assertThat(positive.nullable()).isFalse();
        assertThat(positive.defaultSql()).isEqualTo("1");
        assertThat(positive.checks()).containsExactly(new Reflected.CheckInfo("more", "VALUE > 0"));
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-12")
    void sequencesComeBackWithAllTheirOptions() {
        MetaData model = new MetaData();
        List<Sequence> sequences = List.of(
                Sequence.of("plain").startingWith(1).incrementedBy(1),
                Sequence.of("down").startingWith(-5).incrementedBy(-5).minValue(-100),
                Sequence.of("Round")
                        .startingWith(3)
                        .incrementedBy(2)
                        .minValue(2)
                        .maxValue(90)
                        .cycle(true)
                        .cache(7),
                Sequence.of("small").startingWith(1).incrementedBy(1).dataType(SMALLINT));
        sequences.forEach(model::sequence);
        model.createAll(engine);
        assertThat(inspector.sequences()).containsExactly("Round", "down", "plain", "small");
        for (Sequence sequence : sequences) {
            assertThat(inspector.sequence(null, sequence.name())).isEqualTo(sequence);
        }
        assertThat(inspector.hasSequence(null, "nothing")).isFalse();
    }

    @Test
    @Tag("SCH-11")
    @Tag("SCH-12")
    void keysLeadAcrossSchemas() {
        run("CREATE SCHEMA sales");
        MetaData model = new MetaData();
        model.table("customer", column("id", INTEGER).primaryKey());
        model.table(
                "sales.order",
                column("id", INTEGER).primaryKey(),
                column("customer_id", INTEGER).references("public.customer.id", ForeignKeyOption.named("fk_customer")),
                column("next", INTEGER).references("sales.order.id", ForeignKeyOption.named("fk_next")));
        model.remove(model.table("customer"));
        model.table("public.customer", column("id", INTEGER).primaryKey());
        roundTrip.of(model);
        assertThat(inspector.schemas()).contains("public", "sales").noneMatch(name -> name.startsWith("pg_"));
        assertThat(inspector.tables("sales")).containsExactly("order");
        assertThat(inspector.foreignKeys("sales", "order"))
                .extracting(Reflected.ForeignKeyInfo::referredSchema)
                .containsExactly("public", null);
        MetaData found = new MetaData();
        found.reflect(engine, ReflectOptions.defaults().schema("sales"));
        assertThat(found.tables())
                .extracting(Table::fullName)
                .containsExactlyInAnyOrder("sales.order", "public.customer");
    }

    @Test
    @Tag("SCH-12")
    void viewsAndWhatIsLikeThemAreToldApart() {
        run(
                "CREATE TABLE t (a integer, b serial)",
                "CREATE VIEW v AS SELECT a FROM t WHERE a > 1",
                "CREATE MATERIALIZED VIEW m AS SELECT a FROM t",
                "CREATE TABLE parts (a integer, b integer) PARTITION BY RANGE (a)",
                "CREATE TABLE child (c integer) INHERITS (t)");
        assertThat(inspector.tables()).containsExactly("child", "parts", "t");
        assertThat(inspector.views()).containsExactly("m", "v");
        assertThat(inspector.materializedViews(null)).containsExactly("m");
        assertThat(inspector.viewDefinition(null, "v")).contains("a > 1");
        assertThat(inspector.viewDefinition(null, "t")).isNull();
        assertThat(inspector.tableOptions(null, "parts").asMap()).containsEntry("postgresql_partition_by", "RANGE (a)");
        assertThat(inspector.tableOptions(null, "child").asMap()).containsEntry("postgresql_inherits", List.of("t"));
        assertThat(inspector.tableId(null, "t")).isPresent();
        assertThat(inspector.hasTable("t_b_seq")).as("a sequence is no table").isFalse();
        assertThat(inspector.columns("t").get(1).type()).hasToString("SERIAL");
        MetaData found = new MetaData();
        found.reflect(engine, ReflectOptions.defaults().views(true).only("v", "m"));
        assertThat(found.tables()).extracting(Table::name).containsExactly("v", "m");
    }

    @Test
    @Tag("SCH-12")
    void temporaryTablesAreSeenByTheirConnection() {
        try (Connection conn = engine.connect()) {
            conn.execute(text("CREATE TEMPORARY TABLE scratch (id integer PRIMARY KEY)"));
            Inspector own = Inspector.of(conn);
            assertThat(own.temporaryTables()).containsExactly("scratch");
            assertThat(own.hasTable("scratch")).isTrue();
            assertThat(Table.reflect("scratch", new MetaData(), own).primaryKey())
                    .hasSize(1);
            assertThat(own.tables()).doesNotContain("scratch");
        }
    }
}
