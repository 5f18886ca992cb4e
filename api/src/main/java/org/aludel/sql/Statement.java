package org.aludel.sql;

import org.aludel.engine.BoundStatement;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be executed: select, insert, update, delete, text, DDL. Immutable; {@code toString} is its SQL for
 * the engine that its tables are bound to, else for the standard dialect.
 *
 * @since 0.1
 */
public interface Statement extends Node {

    /** The structure and the values, computed once. */
    Structure structure();

    /**
     * The SQL for a dialect.
     *
     * @throws org.aludel.errors.CompileException if the dialect can't express it
     */
    default String toSql(Dialect dialect) {
        return dialect.toSql(this);
    }

    /**
     * The statement together with an engine, which executes it on a connection of its own:
     * {@code users.count().bind(engine).scalar(Long.class)}.
     */
    default BoundStatement bind(Engine engine) {
        return new BoundStatement(engine, this);
    }

    /** The engine that a table of the statement is bound to by its MetaData; null if none is. */
    default @Nullable Engine boundEngine() {
        return EngineSearch.engineOf(this);
    }

    /**
     * Executes the statement on the engine that its tables are bound to.
     *
     * @throws InvalidRequestException ALU-0176 if they are bound to none
     */
    default Result execute() {
        Engine engine = boundEngine();
        if (engine == null) {
            throw new InvalidRequestException(
                    "ALU-0176",
                    "the statement is bound to no engine; where: " + this
                            + "; what to do: execute it on a connection, or say metaData.bind(engine) or"
                            + " statement.bind(engine)");
        }
        return bind(engine).execute();
    }

    /**
     * Executes the statement on the engine that its tables are bound to; gives the first column of the first row.
     *
     * @throws InvalidRequestException ALU-0176 if they are bound to none
     */
    default @Nullable Object scalar() {
        return execute().scalar();
    }
}
