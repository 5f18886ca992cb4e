package org.aludel.engine;

import java.util.List;
import java.util.Map;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the engine that executes it, each time on a connection of its own, which is given back when the result
 * was read or closed. Statements that write commit themselves.
 *
 * <pre>{@code
 * long n = users.count().bind(engine).scalar(Long.class);
 * }</pre>
 *
 * @param engine executes the statement
 * @param statement what is executed
 * @since 0.1
 */
public record BoundStatement(Engine engine, Statement statement) {

    /**
     * Executes the statement with the values it carries.
     *
     * @throws org.aludel.errors.DatabaseException when the database refuses it
     */
    public Result execute() {
        return execute(Map.of());
    }

    /** Executes the statement; an INSERT or UPDATE writes the columns that the parameters name. */
    public Result execute(Map<String, ? extends @Nullable Object> parameters) {
        Connection connection = engine.connect();
        try {
            return owning(connection, connection.execute(statement, parameters));
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Executes the statement once for each set of parameters, as one batch. */
    public Result execute(List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        Connection connection = engine.connect();
        try {
            return owning(connection, connection.execute(statement, parameterSets));
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Result owning(Connection connection, Result result) {
        if (!result.returnsRows()) {
            connection.close();
            return result;
        }
        return new OwningResult(result, connection);
    }

    /** The first column of the first row, or null if there is no row. */
    public @Nullable Object scalar() {
        return execute().scalar();
    }

    /** The first column of the first row as the given type; null if there is no row or it is NULL. */
    public <T> @Nullable T scalar(Class<T> type) {
        return execute().scalar(type);
    }

    /** The SQL for the engine's database. */
    @Override
    public String toString() {
        return statement.toSql(engine.dialect());
    }
}
