package org.aludel.dialects;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.index;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.dialects.h2.H2;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.errors.DatabaseException;
import org.aludel.schema.DdlElement;
import org.aludel.schema.DdlEvent;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements and listeners that run when tables are created and dropped. */
class SchemaHooksTest {

    private final MetaData metadata = new MetaData();
    private final Table note =
            metadata.table("note", column("id", INTEGER).primaryKey(), column("n", INTEGER), index("ix_note_n", "n"));
    private final List<String> log = new ArrayList<>();

    private static DdlElement.Raw raw(String sql) {
        return new DdlElement.Raw(sql);
    }

    private void logMoments() {
        for (DdlEvent event : DdlEvent.values()) {
            metadata.on(event, connection -> log.add(event + " of all"));
            note.on(event, connection -> log.add(event + " of note"));
        }
    }

    @Test
    @Tag("SCH-09")
    void listenersStandAroundWhatIsMade() {
        logMoments();
        try (Engine engine = Engine.create("h2:///mem:hooks_around")) {
            engine.on(AfterExecute.class, e -> log.add(e.sql().strip().split("\\s*\\(|\\s+ON")[0]));
            metadata.createAll(engine);
            metadata.dropAll(engine);
        }
        assertThat(log)
                .containsExactly(
                        "BEFORE_CREATE of all",
                        "BEFORE_CREATE of note",
                        "CREATE TABLE note",
                        "CREATE INDEX ix_note_n",
                        "AFTER_CREATE of note",
                        "AFTER_CREATE of all",
                        "BEFORE_DROP of all",
                        "BEFORE_DROP of note",
                        "DROP TABLE note",
                        "AFTER_DROP of note",
                        "AFTER_DROP of all");
    }

    @Test
    void aTableThatIsThereRunsNothing() {
        try (Engine engine = Engine.create("h2:///mem:hooks_there")) {
            engine.useTransaction(connection -> {
                note.create(connection);
                logMoments();
                note.create(connection);
                assertThat(log).isEmpty();
                note.drop(connection);
                note.drop(connection);
                assertThat(log).containsExactly("BEFORE_DROP of note", "AFTER_DROP of note");
            });
        }
    }

    @Test
    @Tag("SCH-09")
    void statementsRunOnTheirDialectsOnly() {
        note.on(
                DdlEvent.AFTER_CREATE,
                raw("INSERT INTO note (id, n) VALUES (1, 10)").onlyOn("h2", "oracle"));
        note.on(DdlEvent.AFTER_CREATE, raw("no SQL at all").onlyOn("postgresql"));
        metadata.on(DdlEvent.AFTER_CREATE, raw("UPDATE note SET n = n + 1"));
        try (Engine engine = Engine.create("h2:///mem:hooks_dialect")) {
            metadata.createAll(engine);
            Integer n = engine.inTransaction(
                    connection -> connection.execute(note.select()).one().get("n", Integer.class));
            assertThat(n).isEqualTo(11);
        }
    }

    @Test
    @Tag("SCH-07")
    void oneSomeOrAllAreMadeAndCheckedForFirstIfWanted() {
        Table other = metadata.table("other", column("id", INTEGER).primaryKey());
        Table child = metadata.table("child", column("id", INTEGER).references("other.id"));
        try (Engine engine = Engine.create("h2:///mem:hooks_some")) {
            Inspector inspector = Inspector.of(engine);
            engine.useTransaction(connection -> metadata.createAll(connection, true, List.of(child, other)));
            assertThat(inspector.tables()).containsExactlyInAnyOrder("other", "child");
            metadata.createAll(engine);
            assertThat(inspector.tables()).containsExactlyInAnyOrder("other", "child", "note");
            assertThatThrownBy(() ->
                            engine.useTransaction(connection -> metadata.createAll(connection, false, List.of(other))))
                    .isInstanceOf(DatabaseException.class);
            engine.useTransaction(connection -> metadata.dropAll(connection, true, List.of(other, child)));
            assertThat(inspector.tables()).containsExactly("note");
            engine.useTransaction(note::drop);
            metadata.dropAll(engine);
            assertThatThrownBy(() ->
                            engine.useTransaction(connection -> metadata.dropAll(connection, false, List.of(note))))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    @Tag("SCH-07")
    void statementsAreVisitedInTheirOrder() {
        metadata.table("child", column("id", INTEGER).references("note.id"));
        List<DdlElement> create = metadata.createStatements(H2.dialect());
        assertThat(create)
                .first()
                .isInstanceOfSatisfying(
                        DdlElement.CreateTable.class,
                        element -> assertThat(element.table()).isSameAs(note));
        assertThat(metadata.sortedTables()).extracting(Table::name).containsExactly("note", "child");
        assertThat(metadata.dropStatements(H2.dialect()).toString()).matches("(?s).*child.*note.*");
    }
}
