package org.aludel.benchmarks.statements;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;

/** Executes a statement whose compilation is cached: one row by key. */
final class AludelExecute implements Subject {

    // Kept in a field: a logger that nobody holds forgets its level.
    private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

    static {
        POOL_LOG.setLevel(Level.WARNING);
    }

    private final Engine engine = Engine.create("h2:///mem:statements");
    private final Table users = new MetaData()
            .table("users", column("id", INTEGER).primaryKey().autoincrement(false), column("name", string(50)));
    private final Column<Integer> id = users.c("id");
    private final Select byId = select(users.<String>c("name")).where(id.eq(bind("id", INTEGER)));
    private final Connection connection;
    private final Map<String, Integer> parameters = Map.of("id", 1);

    AludelExecute() {
        users.metaData().createAll(engine);
        engine.useTransaction(c -> c.execute(users.insert().set(id, 1).set("name", "ed")));
        connection = engine.connect();
        connection.begin();
    }

    Connection connection() {
        return connection;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public long run() {
        String name = connection.execute(byId, parameters).scalar(String.class);
        return name == null ? 0 : name.length();
    }

    @Override
    public void close() {
        connection.close();
        engine.close();
    }
}
