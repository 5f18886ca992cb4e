package org.aludel.core.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection as it is shown to users: everything works but what would end a transaction behind the toolkit's
 * back. (H2 and MariaDB let {@code commit()} through even on a connection enlisted in an XA transaction.)
 */
final class GuardedJdbc implements InvocationHandler {

    private static final Set<String> ENDING =
            Set.of("commit", "rollback", "setAutoCommit", "setSavepoint", "releaseSavepoint");
    private static final Set<String> OWNING = Set.of("close", "abort");

    private final Channel channel;

    private GuardedJdbc(Channel channel) {
        this.channel = channel;
    }

    static Connection of(Channel channel) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new GuardedJdbc(channel));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (ENDING.contains(name) && channel.transactions.isOpen() || OWNING.contains(name)) {
            throw refused(name);
        }
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        try {
            return method.invoke(channel.shown(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "guarded " + channel.shown();
        };
    }

    private TransactionStateException refused(String operation) {
        TransactionScope scope = channel.scope();
        String owner = scope == null ? "a transaction of engine " + channel.engine.name() : scope.describe();
        return new TransactionStateException(
                "ALU-0224",
                operation + "() is not the JDBC connection's to do here; where: " + owner
                        + "; what to do: use commit(), rollback(), beginNested() and close() of Aludel's connection and"
                        + " transaction");
    }
}
