package org.aludel.orm.testmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** The test model on an H2 database of its own, with the SQL that was executed. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Engine engine;
    private final SessionFactory sessions;
    private final List<String> executed = new ArrayList<>();

    private TestDatabase(UnaryOperator<SessionFactoryBuilder> settings) {
        engine = Engine.create("h2:///mem:orm" + NUMBER.incrementAndGet());
        SessionFactoryBuilder builder = SessionFactory.builder(engine)
                .map(TestMappings.annotated())
                .with(TestMappings.categories(new MetaData()));
        sessions = settings.apply(builder).build();
        sessions.metaData().createAll(engine);
        engine.on(AfterExecute.class, event -> {
            synchronized (executed) {
                executed.add(event.sql());
            }
        });
    }

    /** A database with empty tables. */
    public static TestDatabase create() {
        return new TestDatabase(builder -> builder);
    }

    /** A database whose factory is built with other settings. */
    public static TestDatabase create(UnaryOperator<SessionFactoryBuilder> settings) {
        return new TestDatabase(settings);
    }

    public Engine engine() {
        return engine;
    }

    public SessionFactory sessions() {
        return sessions;
    }

    /** Forgets what was executed. */
    public void forgetExecuted() {
        synchronized (executed) {
            executed.clear();
        }
    }

    /** Statements executed since the last time this was asked, each batch once. */
    public List<String> executed() {
        synchronized (executed) {
            List<String> copy = List.copyOf(executed);
            executed.clear();
            return copy;
        }
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
