package org.aludel.dialects.oracle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * RETURNING INTO: the values come out through parameters that ojdbc wants registered, and are rows that it gives by a
 * method of its own. Both are called by reflection, for in a server the driver's classes are out of our sight.
 */
final class ReturnedRows {

    private static final String INTERFACE = "oracle.jdbc.OraclePreparedStatement";

    /** Oracle's number for a timestamp with a zone. */
    private static final int TIMESTAMP_TZ = -101;

    private ReturnedRows() {}

    /** Registers a parameter where others bind a value. */
    static TypeHandler<Object> registering(@Nullable Type<?> type) {
        int code = code(type);
        return new TypeHandler<>() {
            @Override
            public void bind(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
                call(statement, "registerReturnParameter", new Class<?>[] {int.class, int.class}, parameter, code);
            }

            @Override
            public @Nullable Object read(ResultSet rows, int column) throws SQLException {
                return rows.getObject(column);
            }
        };
    }

    private static int code(@Nullable Type<?> type) {
        if (type == null) {
            return Types.VARCHAR;
        }
        return switch (type.family()) {
            case BOOLEAN, INTEGER, NUMERIC, FLOAT -> Types.NUMERIC;
            case DATE -> Types.DATE;
            case TIMESTAMP -> type.javaType() == java.time.OffsetDateTime.class ? TIMESTAMP_TZ : Types.TIMESTAMP;
            case BINARY, UUID -> Types.BINARY;
            default -> Types.VARCHAR;
        };
    }

    /** The statement with the returned rows as JDBC's result. */
    static PreparedStatement of(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                ReturnedRows.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "execute" -> {
                        statement.execute();
                        yield true;
                    }
                    case "executeQuery" -> {
                        statement.execute();
                        yield rows(statement);
                    }
                    case "getResultSet" -> rows(statement);
                    default -> invoke(statement, method, arguments);
                });
    }

    private static Object rows(PreparedStatement statement) throws SQLException {
        return call(statement, "getReturnResultSet", new Class<?>[0]);
    }

    private static @Nullable Object invoke(
            PreparedStatement statement, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Object call(PreparedStatement statement, String method, Class<?>[] types, Object... arguments)
            throws SQLException {
        try {
            Class<?> type = Class.forName(INTERFACE, true, loader(statement));
            return type.getMethod(method, types).invoke(statement.unwrap(type), arguments);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof SQLException error) {
                throw error;
            }
            throw new SQLException("RETURNING INTO failed in the driver", e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("RETURNING INTO needs Oracle's own driver, ojdbc", e);
        }
    }

    /** The loader that knows the driver: that of the connection's class, or of the program. */
    private static ClassLoader loader(PreparedStatement statement) throws SQLException {
        for (ClassLoader loader : new ClassLoader[] {
            statement.getConnection().getMetaData().getClass().getClassLoader(),
            Thread.currentThread().getContextClassLoader()
        }) {
            if (loader != null && loader.getResource(INTERFACE.replace('.', '/') + ".class") != null) {
                return loader;
            }
        }
        return ReturnedRows.class.getClassLoader();
    }
}
