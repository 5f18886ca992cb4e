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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.TableOptions;
import org.aludel.sql.Capability;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the databases in the JVM can be told comes back as it was said. */
final class EmbeddedRoundTripTest {

    static Stream<String> urls() {
        String unique = java.util.UUID.randomUUID().toString();
        return Stream.of(
                "h2:///mem:rt-" + unique,
                "hsqldb:///mem:rt-" + unique,
                "derby:///memory:rt-" + unique,
                "sqlite:///" + Path.of("target", "rt-" + unique + ".db").toAbsolutePath());
    }

    private static List<Type<?>> types(Engine engine) {
        List<Type<?>> types = new ArrayList<>(List.of(
                BOOLEAN,
                SMALLINT,
                INTEGER,
                BIGINT,
                NUMERIC,
                numeric(12),
                numeric(12, 5),
                FLOAT,
                DOUBLE,
                STRING,
                string(1),
                string(400),
                fixedString(1),
                fixedString(7),
                TEXT,
                DATE,
                TIME,
                TIMESTAMP,
                BINARY,
                binary(20)));
        String name = engine.dialect().name();
        if (name.equals("hsqldb")) {
            // REAL is another word for DOUBLE there
            types.remove(FLOAT);
        }
        switch (name) {
            case "h2" ->
                types.addAll(List.of(
                        UUID,
                        JSON,
                        TIMESTAMP_TZ,
                        array(INTEGER),
                        array(string(20)),
                        array(numeric(5, 2)),
                        new SpelledType<>("TINYINT", SMALLINT, name),
                        new SpelledType<>("BINARY(4)", BINARY, name),
                        new SpelledType<>("TIMESTAMP(3)", TIMESTAMP, name),
                        new SpelledType<>("TIME(0)", TIME, name),
                        new SpelledType<>("ENUM('a', 'it''s')", STRING, name),
                        new SpelledType<>("VARCHAR_IGNORECASE(9)", STRING, name)));
            case "hsqldb" ->
                types.addAll(List.of(
                        UUID,
                        TIMESTAMP_TZ,
                        array(INTEGER),
                        array(string(20)),
                        new SpelledType<>("TINYINT", SMALLINT, name),
                        new SpelledType<>("BINARY(4)", BINARY, name),
                        new SpelledType<>("TIMESTAMP(3)", TIMESTAMP, name),
                        new SpelledType<>("TIME(0)", TIME, name),
                        new SpelledType<>("BIT(5)", UNKNOWN, name)));
            case "derby" ->
                types.addAll(List.of(
                        new SpelledType<>("CHAR(4) FOR BIT DATA", BINARY, name),
                        new SpelledType<>("LONG VARCHAR", TEXT, name),
                        new SpelledType<>("CLOB(2000)", TEXT, name),
                        new SpelledType<>("BLOB(3000)", BINARY, name)));
            default -> types.addAll(List.of(UUID, JSON, DATETIME, new SpelledType<>("NVARCHAR(9)", STRING, name)));
        }
        return types;
    }

    @ParameterizedTest
    @MethodSource("urls")
    @Tag("SCH-13")
    @Tag("TYP-01")
    void everyTypeComesBackAsItself(String url) {
        try (Engine engine = Engine.create(url)) {
            Map<String, Type<?>> types = new LinkedHashMap<>();
            types(engine).forEach(type -> types.put("c" + types.size(), type));
            MetaData model = new MetaData();
            model.table(
                    "kinds",
                    types.entrySet().stream()
                            .map(entry -> column(entry.getKey(), entry.getValue()))
                            .toList());
            new RoundTrip(engine).of(model);
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    @Tag("SCH-06")
    @Tag("SCH-10")
    void defaultsGeneratedColumnsAndCommentsComeBack(String url) {
        try (Engine engine = Engine.create(url)) {
            boolean comments = engine.dialect().supports(Capability.COMMENTS);
            MetaData model = new MetaData();
            var id = column("id", INTEGER).primaryKey();
            model.table(
                    "plain",
                    comments ? TableOptions.none().comment("all 'of' them") : TableOptions.none(),
                    comments ? id.comment("a \"key\" with 100%") : id,
                    column("state", string(10)).notNull().serverDefault("it's new"),
                    column("n", INTEGER).serverDefault(text("-7")),
                    column("twice", INTEGER).computed(literalColumn("n * 2", INTEGER)));
            if (engine.dialect().supports(Capability.IDENTITY)) {
                model.table(
                        "counted",
                        column("id", BIGINT)
                                .identity(Identity.generatedAlways()
                                        .startingWith(100)
                                        .incrementedBy(10))
                                .primaryKey());
            }
            MetaData found = new RoundTrip(engine).of(model);
            assertThat(found.table("plain").generatedColumn())
                    .isSameAs(found.table("plain").c("id"));
            assertThat(Inspector.of(engine).columns("plain").get(3).computedBy())
                    .containsIgnoringCase("n");
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    @Tag("SCH-04")
    @Tag("SCH-12")
    void constraintsAndIndexesComeBack(String url) {
        try (Engine engine = Engine.create(url)) {
            boolean deferrable = engine.dialect().supports(Capability.DEFERRABLE_FOREIGN_KEYS);
            MetaData model = new MetaData();
            model.table(
                    "place",
                    column("room", INTEGER).notNull(),
                    column("shelf", INTEGER).notNull(),
                    primaryKey("shelf", "room").named("pk_place"));
            Table thing = model.table(
                    "thing",
                    column("id", INTEGER).primaryKey(),
                    column("room", INTEGER),
                    column("shelf", INTEGER),
                    column("parent", INTEGER)
                            .references(
                                    "thing.id",
                                    // Derby takes CASCADE only from a table to itself
                                    onDelete(engine.dialect().name().equals("derby") ? CASCADE : SET_NULL),
                                    ForeignKeyOption.named("fk_thing_parent")),
                    column("code", string(20)).notNull(),
                    column("size", INTEGER).notNull(),
                    deferrable
                            ? foreignKey("shelf", "room")
                                    .references("place.shelf", "place.room")
                                    .with(
                                            onDelete(CASCADE),
                                            ForeignKeyOption.deferrable(true),
                                            ForeignKeyOption.named("fk_thing_place"))
                            : foreignKey("shelf", "room")
                                    .references("place.shelf", "place.room")
                                    .with(onDelete(CASCADE), ForeignKeyOption.named("fk_thing_place")),
                    unique("code").named("uq_thing_code"),
                    unique("size", "code"),
                    check("size > 0 AND code <> 'x)(, CHECK (1)'").named("ck_thing_size"),
                    index("ix_thing_room", "room"));
            thing.append(Index.on("ix_thing_order", thing.c("size").desc(), thing.c("parent")));
            MetaData found = new RoundTrip(engine).of(model);
            Inspector inspector = Inspector.of(engine);
            assertThat(found.table("place").primaryKeyConstraint().name()).isEqualTo("pk_place");
            assertThat(inspector.checkConstraints("thing")).hasSize(1);
            assertThat(inspector.checkConstraints("thing").get(0).sql()).contains("'x)(, CHECK (1)'");
            Reflected.IndexInfo order = inspector.indexes("thing").stream()
                    .filter(info -> info.name().equals("ix_thing_order"))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.parts())
                    .extracting(Reflected.IndexPart::descending)
                    // HSQLDB takes the word and forgets it
                    .containsExactly(!engine.dialect().name().equals("hsqldb"), false);
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    @Tag("SCH-06")
    @Tag("SCH-12")
    void sequencesComeBackWithAllTheirOptions(String url) {
        try (Engine engine = Engine.create(url)) {
            assumeTrue(engine.dialect().supports(Capability.SEQUENCES), "sequences");
            Inspector inspector = Inspector.of(engine);
            MetaData model = new MetaData();
            List<Sequence> sequences = List.of(
                    Sequence.of("plain").startingWith(1).incrementedBy(1),
                    Sequence.of("Round")
                            .startingWith(3)
                            .incrementedBy(2)
                            .minValue(2)
                            .maxValue(90)
                            .cycle(true));
            sequences.forEach(model::sequence);
            model.createAll(engine);
            assertThat(inspector.sequences()).containsExactly("Round", "plain");
            for (Sequence sequence : sequences) {
                assertThat(inspector.sequence(null, sequence.name())).isEqualTo(sequence);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    @Tag("SCH-12")
    @Tag("SQL-19")
    void namesThatNeedQuotesComeBackAsTheyAre(String url) {
        try (Engine engine = Engine.create(url)) {
            MetaData model = new MetaData();
            model.table(
                    "Order",
                    column("Select", INTEGER).primaryKey(),
                    column("from", string(10)),
                    column("a b", INTEGER),
                    column("größe", INTEGER),
                    column("with\"quote", INTEGER),
                    column("x".repeat(63), INTEGER),
                    column("a.b", INTEGER).notNull(),
                    unique("a.b").named("Uq It"),
                    index("Ix It", "a b", "from"));
            model.table(
                    "child",
                    column("id", INTEGER).primaryKey(),
                    column("parent", INTEGER),
                    foreignKey("parent")
                            .references("Order.a.b")
                            .with(ForeignKeyOption.linkToName(), ForeignKeyOption.named("Fk It")));
            new RoundTrip(engine).of(model);
        }
    }
}
