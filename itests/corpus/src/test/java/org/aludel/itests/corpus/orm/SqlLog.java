package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.BeforeExecute;
import org.aludel.engine.Begin;
import org.aludel.engine.Commit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Prepare;
import org.aludel.engine.Rollback;
import org.aludel.engine.SavepointReleased;
import org.aludel.engine.SavepointRolledBack;
import org.aludel.engine.SavepointSet;

/** What engines send, as it is recorded: BEGIN stands before the first statement of a transaction. */
final class SqlLog {

    private final Set<String> tables;
    private final List<Sent> entries = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<Connection> begun = new LinkedHashSet<>();
    private final Set<Connection> prepared = new LinkedHashSet<>();
    private boolean listening;

    SqlLog(Set<String> tables) {
        this.tables = tables;
    }

    void listen(Engine engine, String name) {
        engine.on(BeforeExecute.class, e -> {
            statement(e.connection(), name);
            add(e.sql(), e.parameterSets().size(), name, e.sql() + " " + e.parameterSets());
        });
        engine.on(Begin.class, e -> begun.add(e.connection()));
        engine.on(Commit.class, e -> end(e.connection(), "COMMIT", name));
        engine.on(Rollback.class, e -> end(e.connection(), "ROLLBACK", name));
        engine.on(Prepare.class, e -> {
            prepared.add(e.connection());
            word("PREPARE", name);
        });
        engine.on(SavepointSet.class, e -> {
            statement(e.connection(), name);
            word("SAVEPOINT", name);
        });
        engine.on(SavepointReleased.class, e -> word("RELEASE", name));
        engine.on(SavepointRolledBack.class, e -> word("ROLLBACK TO", name));
    }

    private void statement(Connection connection, String engine) {
        if (begun.remove(connection)) {
            word("BEGIN", engine);
        }
    }

    private void end(Connection connection, String word, String engine) {
        if (!begun.remove(connection)) {
            word(prepared.remove(connection) ? word + " PREPARED" : word, engine);
        }
    }

    private void word(String word, String engine) {
        add(word, 1, engine, word);
    }

    private void add(String sql, int sets, String engine, String text) {
        if (listening) {
            entries.add(Sent.of(sql, sets, engine, tables));
            texts.add(text);
        }
    }

    void start() {
        listening = true;
    }

    void stop() {
        listening = false;
    }

    /** Entries since the last time. */
    List<Sent> take() {
        List<Sent> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    /** Texts with parameters since the last time. */
    List<String> takeTexts() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
