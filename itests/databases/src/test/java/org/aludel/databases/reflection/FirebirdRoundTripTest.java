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
import org.aludel.engine.Engine;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that Firebird can be told comes back as it was said. */
@Tag("DIA-09")
final class FirebirdRoundTripTest {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    private Engine engine;
    private Inspector inspector;
    private RoundTrip roundTrip;

    @BeforeEach
    void open() {
        engine = Engine.create(FIREBIRD.database().aludelUrl());
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
    @Tag("TYP-01")
    void everyTypeComesBackAsItself() {
        Map<String, Type<?>> types = new LinkedHashMap<>();
        List.of(
                        BOOLEAN,
                        SMALLINT,
                        INTEGER,
                        BIGINT,
                        NUMERIC,
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
                        BINARY,
                        binary(20),
                        new SpelledType<>("CHAR(4) CHARACTER SET OCTETS", BINARY, "firebird"))
                .forEach(type -> types.put("c" + types.size(), type));
        MetaData model = new MetaData();
        model.table(
                "kinds",
                types.entrySet().stream()
                        .map(entry -> column(entry.getKey(), entry.getValue()))
                        .toList());
        roundTrip.of(model);
    }

    @Test
    @Tag("SCH-06")
    @Tag("SCH-10")
    void defaultsGeneratedColumnsAndCommentsComeBack() {
        MetaData model = new MetaData();
        model.table(
                "plain",
                org.aludel.schema.TableOptions.none().comment("all 'of' them"),
                column("id", INTEGER).primaryKey().comment("the key"),
                column("state", string(10)).notNull().serverDefault("it's new"),
                column("n", INTEGER).serverDefault(text("-7")),
                column("twice", BIGINT).computed(literalColumn("n * 2", INTEGER)));
        model.table(
                "counted",
                column("id", BIGINT)
                        .identity(Identity.generatedByDefault().startingWith(100))
                        .primaryKey());
        MetaData found = roundTrip.of(model);
        assertThat(found.table("plain").generatedColumn())
                .isSameAs(found.table("plain").c("id"));
        assertThat(inspector.columns("plain").get(3).computedBy()).isEqualTo("n * 2");
    }

    @Test
    @Tag("SCH-04")
    @Tag("SCH-12")
    void constraintsAndIndexesComeBack() {
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
                        .references("thing.id", onDelete(SET_NULL), ForeignKeyOption.named("fk_thing_parent")),
                column("code", string(20)).notNull(),
                column("amount", INTEGER).notNull(),
                foreignKey("shelf", "room")
                        .references("place.shelf", "place.room")
                        .with(
                                onDelete(CASCADE),
                                ForeignKeyOption.onUpdate(CASCADE),
                                ForeignKeyOption.named("fk_thing_place")),
                unique("code").named("uq_thing_code"),
                unique("amount", "code"),
                check("amount > 0 AND code <> 'x)('").named("ck_thing_amount"),
                index("ix_thing_room", "room").asUnique());
        thing.append(Index.on(
                "ix_thing_down", thing.c("amount").desc(), thing.c("room").desc()));
        thing.append(Index.on("ix_thing_upper", literalColumn("UPPER(code)", STRING)));
        roundTrip.of(model);
        assertThat(inspector.checkConstraints("thing"))
                .containsExactly(new Reflected.CheckInfo("ck_thing_amount", "amount > 0 AND code <> 'x)('"));
        Map<String, Reflected.IndexInfo> found = new LinkedHashMap<>();
        inspector.indexes("thing").forEach(info -> found.put(info.name(), info));
        assertThat(found.get("uq_thing_code").duplicatesConstraint()).isEqualTo("uq_thing_code");
        assertThat(found.get("ix_thing_down").parts())
                .extracting(Reflected.IndexPart::descending)
                .containsExactly(true, true);
        assertThat(found.get("ix_thing_upper").parts().get(0).expression()).isEqualTo("UPPER(code)");
        assertThat(found.get("ix_thing_room").unique()).isTrue();
    }

    @Test
    @Tag("SCH-12")
    void sequencesViewsAndNamesInQuotesComeBack() {
        MetaData model = new MetaData();
        Sequence sequence = Sequence.of("counter").startingWith(5).incrementedBy(3);
        model.sequence(sequence);
        model.table("Order", column("Select", INTEGER).primaryKey(), column("a b", INTEGER), index("Ix It", "a b"));
        roundTrip.of(model);
        assertThat(inspector.sequence(null, "counter")).isEqualTo(sequence);
        assertThat(inspector.schemas()).isEmpty();
        engine.<RuntimeException>useTransaction(
                conn -> conn.execute(text("CREATE VIEW v AS SELECT \"a b\" AS a FROM \"Order\"")));
        assertThat(inspector.views()).containsExactly("v");
        assertThat(inspector.viewDefinition(null, "v")).contains("\"Order\"");
        engine.<RuntimeException>useTransaction(conn -> conn.execute(text("DROP VIEW v")));
    }
}
