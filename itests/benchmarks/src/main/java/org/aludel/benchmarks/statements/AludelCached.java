package org.aludel.benchmarks.statements;

import java.util.List;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * What compiling costs when the engine has compiled the same structure before: the statement's key, and its plan from the
 * cache. The statement is held, as in a constant, or built anew each time with another value in it.
 */
final class AludelCached implements Subject {

    private final AludelCompile statements = new AludelCompile();
    private final CoreEngine engine = (CoreEngine) Engine.create("h2:///mem:cached");
    private final @Nullable Select held;

    AludelCached(boolean held) {
        this.held = held ? statements.build() : null;
    }

    @Override
    public long run() {
        Select statement = held == null ? statements.build() : held;
        return engine.plan(statement, List.of(), null).compiled().sql().length();
    }

    @Override
    public void close() {
        engine.close();
    }
}
