package org.aludel.orm.internal.inheritance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.sql.Sql;

/** H2 in memory with the tables of some classes; notes every statement. */
public final class MemoryDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Engine engine = Engine.create("h2:///mem:mapping" + NUMBER.incrementAndGet());
    public final SessionFactory sessions;
    public final List<String> sql = new ArrayList<>();

    public MemoryDatabase(UnaryOperator<SessionFactoryBuilder> mappings) {
        sessions = mappings.apply(SessionFactory.builder(engine)).build();
        sessions.metaData().createAll(engine);
        engine.on(AfterExecute.class, event -> sql.add(event.sql()));
    }

    public MemoryDatabase(Class<?>... classes) {
        this(builder -> builder.map(classes));
    }

    public void insert(String... statements) {
        engine.useTransaction(connection -> {
            for (String statement : statements) {
                connection.execute(Sql.text(statement));
            }
        });
    }

    public Session open() {
        sql.clear();
        return sessions.open();
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
