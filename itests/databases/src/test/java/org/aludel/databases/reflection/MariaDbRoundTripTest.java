package org.aludel.databases.reflection;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.dialects.mysql.MySqlTypes;
import org.aludel.engine.Engine;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.TableOptions;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that MariaDB can be told comes back as it was said. */
@Tag("DIA-02")
final class MariaDbRoundTripTest {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    private Engine engine;
    private Inspector inspector;
    private RoundTrip roundTrip;

    @BeforeEach
    void open() {
        engine = Engine.create(MARIADB.database().aludelUrl());
        inspector = Inspector.of(engine);
        roundTrip = new RoundTrip(engine);
    }

    @AfterEach
    void close() {
        MetaData all = new MetaData();
        all.reflect(engine);
        inspector.sequences().forEach(name -> all.sequence(Sequence.of(name)));
        all.dropAll(engine);
        engine.close();
    }

    @Test
    @Tag("SCH-13")
    @Tag("TYP-02")
    void everyTypeComesBackAsItself() {
        Map<String, Type<?>> types = new LinkedHashMap<>();
        List.of(
                        BOOLEAN,
                        SMALLINT,
                        INTEGER,
                        BIGINT,
                        numeric(12),
                        numeric(12, 5),
                        FLOAT,
                        DOUBLE,
                        string(1),
                        string(400),
                        fixedString(1),
                        fixedString(7),
                        TEXT,
                        DATE,
                        TIME,
                        TIMESTAMP,
                        DATETIME,
                        BINARY,
                        binary(20),
                        UUID,
                        JSON,
                        enumeration("a", "it's", "x,y"),
                        MySqlTypes.set("p", "q"),
                        MySqlTypes.tinyint(),
                        MySqlTypes.tinyint(3),
                        MySqlTypes.tinyint().unsigned(),
                        MySqlTypes.smallint().unsigned(),
                        MySqlTypes.mediumint(),
                        MySqlTypes.mediumint().unsigned(),
                        MySqlTypes.integer().unsigned(),
                        MySqlTypes.integer(5).unsigned().zerofill(),
                        MySqlTypes.bigint().unsigned(),
                        MySqlTypes.numeric(8, 2).unsigned(),
                        MySqlTypes.floatType(7, 3),
                        MySqlTypes.doubleType(10, 2),
                        MySqlTypes.doubleType().unsigned(),
                        MySqlTypes.tinytext(),
                        MySqlTypes.mediumtext(),
                        MySqlTypes.longtext(),
                        MySqlTypes.tinyblob(),
                        MySqlTypes.mediumblob(),
                        MySqlTypes.longblob(),
                        MySqlTypes.binary(9),
                        MySqlTypes.year(),
                        MySqlTypes.bit(7),
                        MySqlTypes.time().fsp(3),
                        MySqlTypes.datetime().fsp(6),
                        MySqlTypes.timestamp().fsp(2),
                        MySqlTypes.varchar(20).charset("latin1").collation("latin1_bin"),
                        MySqlTypes.text().charset("utf8mb3").collation("utf8mb3_bin"),
                        MySqlTypes.enumType("a", "b").charset("latin1").collation("latin1_bin"),
                        new SpelledType<>("INET6", STRING, "mysql", "mariadb"))
                .forEach(type -> types.put("c" + types.size(), type));
        MetaData model = new MetaData();
        model.table(
                "kinds",
                types.entrySet().stream()
                        .map(entry -> column(entry.getKey(), entry.getValue()))
                        .toList());
        MetaData found = roundTrip.of(model);
        assertThat(found.table("kinds").columns())
                .extracting(column -> (Object) column.type())
                .contains(
                        MySqlTypes.set("p", "q"),
                        MySqlTypes.smallint().unsigned(),
                        MySqlTypes.time().fsp(3),
                        enumeration("a", "it's", "x,y"),
                        JSON,
                        UUID);
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-10")
    void defaultsGeneratedColumnsAndCommentsComeBack() {
        MetaData model = new MetaData();
        model.table(
                "plain",
                TableOptions.none().comment("all 'of' them"),
                column("id", BIGINT).primaryKey().comment("a \"key\" \\ with 100%"),
                column("state", string(10)).notNull().serverDefault("it's new"),
                column("made", TIMESTAMP).serverDefault(text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")),
                column("n", numeric(8, 2)).serverDefault(text("-1.5")),
                column("twice", numeric(10, 2)).computed(literalColumn("n * 2", NUMERIC), true),
                column("thrice", numeric(10, 2)).computed(literalColumn("n * 3", NUMERIC), false));
        MetaData found = roundTrip.of(model);
        assertThat(found.table("plain").generatedColumn())
                .isSameAs(found.table("plain").c("id"));
        assertThat(inspector.columns("plain").get(2).defaultSql()).containsIgnoringCase("on update current_timestamp");
        assertThat(inspector.tableOptions(null, "plain").asMap()).containsEntry("mysql_engine", "InnoDB");
    }

    @Test
    @Tag("SCH-04")
    @Tag("SCH-12")
    void constraintsComeBackWithTheirActions() {
        MetaData model = new MetaData();
        model.table(
                "place",
                column("room", INTEGER),
                column("shelf", INTEGER),
                primaryKey("shelf", "room"),
                check("room > 0"));
        model.table(
                "thing",
                column("id", INTEGER).primaryKey(),
                column("room", INTEGER),
                column("shelf", INTEGER),
                column("parent", INTEGER)
                        .references("thing.id", onDelete(SET_NULL), ForeignKeyOption.named("fk_thing_parent")),
                column("code", string(5)),
                foreignKey("shelf", "room")
                        .references("place.shelf", "place.room")
                        .with(
                                onDelete(CASCADE),
                                ForeignKeyOption.onUpdate(CASCADE),
                                ForeignKeyOption.named("fk_place")),
                unique("code").named("uq_thing_code"),
                column("n", INTEGER),
                check("n <> 7"),
                check("n > 0").named("ck_thing_n"));
        roundTrip.of(model);
        assertThat(inspector.checkConstraints("thing"))
                .as("a check without a name is that of its own table")
                .extracting(check -> check.sql().replace("`", ""))
                .containsExactlyInAnyOrder("n <> 7", "n > 0");
        assertThat(inspector.uniqueConstraints("thing").get(0).duplicatesIndex())
                .isEqualTo("uq_thing_code");
        assertThat(inspector.indexes("thing"))
                .filteredOn(Reflected.IndexInfo::unique)
                .extracting(Reflected.IndexInfo::duplicatesConstraint)
                .containsExactly("uq_thing_code");
    }

    @Test
    @Tag("SCH-04")
    @Tag("SCH-12")
    void indexesComeBackWithLengthsAndKinds() {
        MetaData model = new MetaData();
        model.table(
                "page",
                column("id", INTEGER).primaryKey(),
                column("title", string(50)),
                column("body", TEXT),
                column("rank", INTEGER),
                index("ix_page_start", "title", "rank").option("mysql_length", Map.of("title", 10)),
                index("ix_page_head", "body")
                        .option("mysql_length", Map.of("body", 20))
                        .asUnique(),
                index("ix_page_words", "body").option("mysql_prefix", "FULLTEXT"));
        roundTrip.of(model);
        Map<String, Reflected.IndexInfo> found = new LinkedHashMap<>();
        inspector.indexes("page").forEach(info -> found.put(info.name(), info));
        assertThat(found.get("ix_page_start").options().asMap()).containsEntry("mysql_length", Map.of("title", 10));
        assertThat(found.get("ix_page_words").options().asMap()).containsEntry("mysql_prefix", "FULLTEXT");
        assertThat(found.get("ix_page_head").duplicatesConstraint())
                .as("an index over beginnings is no constraint")
                .isNull();
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-12")
    void sequencesComeBackWithAllTheirOptions() {
        MetaData model = new MetaData();
        List<Sequence> sequences = List.of(
                Sequence.of("plain").startingWith(1).incrementedBy(1),
                Sequence.of("Round")
                        .startingWith(3)
                        .incrementedBy(2)
                        .minValue(2)
                        .maxValue(90)
                        .cycle(true)
                        .cache(7));
        sequences.forEach(model::sequence);
        model.createAll(engine);
        assertThat(inspector.sequences()).containsExactly("Round", "plain");
        for (Sequence sequence : sequences) {
            assertThat(inspector.sequence(null, sequence.name())).isEqualTo(sequence);
        }
        assertThat(inspector.hasTable("plain")).as("a sequence is no table").isFalse();
    }

    @Test
    @Tag("SCH-11")
    void keysLeadAcrossDatabases() {
        engine.<RuntimeException>useTransaction(conn -> conn.execute(text("CREATE DATABASE IF NOT EXISTS sales_rt")));
        try {
            String home = String.valueOf(inspector.defaultSchema());
            MetaData model = new MetaData();
            model.table(home + ".customer", column("id", INTEGER).primaryKey());
            model.table(
                    "sales_rt.orders",
                    column("id", INTEGER).primaryKey(),
                    column("customer_id", INTEGER)
                            .references(home + ".customer.id", ForeignKeyOption.named("fk_customer")));
            MetaData found = roundTrip.of(model);
            assertThat(found.table("sales_rt.orders").foreignKeys().get(0).referredTable())
                    .isSameAs(found.table(home + ".customer"));
            found.dropAll(engine);
        } finally {
            engine.<RuntimeException>useTransaction(conn -> conn.execute(text("DROP DATABASE sales_rt")));
        }
    }

    @Test
    @Tag("SCH-12")
    void viewsAreToldWithTheirQuery() {
        MetaData model = new MetaData();
        model.table("t", column("a", INTEGER), column("b", string(10)));
        model.createAll(engine);
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(text("CREATE VIEW v AS SELECT a FROM t WHERE a > 1")));
        try {
            assertThat(inspector.views()).containsExactly("v");
            assertThat(inspector.comment("v")).isNull();
            assertThat(inspector.viewDefinition(null, "v")).contains("`a` > 1");
            assertThat(inspector.columns("v"))
                    .extracting(Reflected.ColumnInfo::name)
                    .containsExactly("a");
        } finally {
            engine.<RuntimeException>useTransaction(conn -> conn.execute(text("DROP VIEW v")));
        }
    }
}
