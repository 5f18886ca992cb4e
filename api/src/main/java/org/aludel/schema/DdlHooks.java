package org.aludel.schema;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.aludel.engine.Connection;

/** What runs when something is created or dropped, in the order in which it was added. */
final class DdlHooks {

    private record Hook(DdlEvent event, Consumer<? super Connection> action) {}

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();

    void add(DdlEvent event, Consumer<? super Connection> action) {
        hooks.add(new Hook(event, action));
    }

    void add(DdlEvent event, DdlElement element) {
        add(event, connection -> {
            boolean leftOut = element instanceof DdlElement.Raw raw
                    && !raw.runsOn(connection.engine().dialect());
            if (!leftOut) {
                connection.execute(element);
            }
        });
    }

    void addAll(DdlHooks others) {
        hooks.addAll(others.hooks);
    }

    boolean isEmpty() {
        return hooks.isEmpty();
    }

    void fire(DdlEvent event, Connection connection) {
        for (Hook hook : hooks) {
            if (hook.event() == event) {
                hook.action().accept(connection);
            }
        }
    }
}
