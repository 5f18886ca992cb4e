package org.aludel.dialects.mssql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Values for an identity column: the server takes them while IDENTITY_INSERT is on for the table, which it can be for one
 * table at a time. So it is switched on before the statement and off after it.
 */
final class IdentityInsert {

    private IdentityInsert() {}

    /** A statement that switches it on and off round its execution. */
    static PreparedStatement around(PreparedStatement statement, String table) {
        return (PreparedStatement) Proxy.newProxyInstance(
                IdentityInsert.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("execute")) {
                        return invoke(statement, method, arguments);
                    }
                    set(statement, table, "ON");
                    Object result;
                    try {
                        result = invoke(statement, method, arguments);
                    } catch (SQLException e) {
                        try {
                            set(statement, table, "OFF");
                        } catch (SQLException second) {
                            e.addSuppressed(second);
                        }
                        throw e;
                    }
                    set(statement, table, "OFF");
                    return result;
                });
    }

    private static @Nullable Object invoke(
            PreparedStatement statement, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static void set(PreparedStatement statement, String table, String to) throws SQLException {
        try (Statement switching = statement.getConnection().createStatement()) {
            switching.execute("SET IDENTITY_INSERT " + table + " " + to);
        }
    }
}
