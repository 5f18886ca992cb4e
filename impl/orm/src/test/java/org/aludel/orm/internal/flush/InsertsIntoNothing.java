package org.aludel.orm.internal.flush;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

/** A data source whose INSERTs write nothing and give keys from 1 on; everything else is done by the one behind it. */
final class InsertsIntoNothing {

    private InsertsIntoNothing() {}

    static DataSource before(DataSource real) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    private static Connection of(Connection real) {
        int[] lastKey = {0};
        return proxy(Connection.class, (self, method, arguments) -> {
            boolean insert = method.getName().equals("prepareStatement")
                    && String.valueOf(arguments[0]).startsWith("INSERT");
            return insert ? insert(lastKey) : call(real, method, arguments);
        });
    }

    private static PreparedStatement insert(int[] lastKey) {
        int[] batch = {0};
        int[] given = {0};
        return proxy(PreparedStatement.class, (self, method, arguments) -> switch (method.getName()) {
            case "addBatch" -> {
                batch[0]++;
                yield null;
            }
            case "executeBatch" -> {
                given[0] = batch[0];
                batch[0] = 0;
                int[] counts = new int[given[0]];
                java.util.Arrays.fill(counts, 1);
                yield counts;
            }
            case "getGeneratedKeys" -> {
                int first = lastKey[0];
                lastKey[0] += given[0];
                yield keys(first, lastKey[0]);
            }
            case "isClosed" -> false;
            case "getConnection", "getResultSet" -> throw new UnsupportedOperationException(method.getName());
            default -> null;
        });
    }

    private static ResultSet keys(int before, int last) {
        int[] at = {before};
        return proxy(ResultSet.class, (self, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at[0] <= last;
            case "getInt" -> at[0];
            case "wasNull" -> false;
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
