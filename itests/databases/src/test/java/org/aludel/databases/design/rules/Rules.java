package org.aludel.databases.design.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactory;

/** A database of the model, with the SQL that was executed. */
final class Rules implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Engine engine = Engine.create("h2:///mem:rules" + NUMBER.incrementAndGet());
    final SessionFactory sessions = SessionFactory.builder(engine)
            .map(Person.class, Pet.class, Toy.class, Label.class, Ship.class, Place.class)
            .map(Employee.class, Engineer.class, Manager.class)
            .build();
    private final List<String> executed = new ArrayList<>();

    Rules() {
        sessions.metaData().createAll(engine);
        engine.on(AfterExecute.class, event -> executed.add(event.sql()));
    }

    /** What was executed since this was asked last. */
    List<String> executed() {
        List<String> copy = List.copyOf(executed);
        executed.clear();
        return copy;
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
