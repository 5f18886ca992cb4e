package org.aludel.core.compiler;

import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Learns what a handler gives to the driver, by a statement that only listens. */
final class BoundValue {

    private BoundValue() {}

    /** The value as the driver would get it. */
    static @Nullable Object of(TypeHandler<Object> handler, @Nullable Object value) {
        @Nullable Object[] heard = new Object[1];
        try {
            handler.bind(listener(heard), 1, value);
        } catch (SQLException | ClassCastException e) {
            throw new DataException(
                    "ALU-0237",
                    "a value does not fit its type; where: " + value + "; what to do: give one that the type takes ("
                            + e.getMessage() + ")");
        }
        return heard[0];
    }

    private static PreparedStatement listener(@Nullable Object[] heard) {
        return proxy(PreparedStatement.class, (name, arguments) -> {
            if (name.equals("setNull")) {
                heard[0] = null;
            } else if (name.startsWith("set") && arguments.length > 1) {
                heard[0] = arguments[1] instanceof ArrayStandIn array ? array.getArray() : arguments[1];
            } else if (name.equals("getConnection")) {
                return connection();
            }
            return null;
        });
    }

    private static Connection connection() {
        return proxy(
                Connection.class,
                (name, arguments) -> name.equals("createArrayOf") ? array((Object[]) arguments[1]) : null);
    }

    private static Object array(Object[] elements) {
        return Proxy.newProxyInstance(
                BoundValue.class.getClassLoader(),
                new Class<?>[] {Array.class, ArrayStandIn.class},
                (self, method, arguments) -> method.getName().equals("getArray") ? Arrays.asList(elements) : null);
    }

    /** An array that nothing but its elements is known of. */
    interface ArrayStandIn {
        Object getArray();
    }

    private interface Heard {
        @Nullable
        Object call(String name, @Nullable Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Heard heard) {
        return type.cast(Proxy.newProxyInstance(
                BoundValue.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        heard.call(method.getName(), arguments == null ? new Object[0] : arguments)));
    }
}
