package org.aludel.core.pool;

import java.lang.ref.Reference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/** A JDBC connection on loan: closing it gives it back, after what was open on it has been rolled back. */
final class LentConnection implements InvocationHandler {

    private final WatchedPool pool;
    private final Connection jdbc;
    private final AtomicReference<@Nullable Lease> lease;
    private volatile boolean lost;

    private LentConnection(WatchedPool pool, Lease lease) {
        this.pool = pool;
        this.jdbc = lease.jdbc();
        this.lease = new AtomicReference<>(lease);
    }

    static Connection of(WatchedPool pool, Lease lease) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new LentConnection(pool, lease));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                giveBack();
                return null;
            }
            case "isClosed" -> {
                return lease.get() == null;
            }
            case "isValid" -> {
                return lease.get() != null && Boolean.TRUE.equals(passOn(method, arguments));
            }
            case "abort" -> {
                invalidate(pool);
                return null;
            }
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "toString" -> {
                return "lent " + jdbc;
            }
            default -> {
                if (lease.get() == null) {
                    throw new SQLException("the connection was given back to its pool", "08003");
                }
                return passOn(method, arguments);
            }
        }
    }

    private @Nullable Object passOn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(jdbc, arguments);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof SQLException error && isLost(error)) {
                lost = true;
            }
            throw e.getTargetException();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static boolean isLost(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("57P01"));
    }

    /** Ends the loan; false if it had ended, or is another pool's. */
    boolean invalidate(WatchedPool asking) {
        if (asking != pool) {
            return false;
        }
        Lease mine = lease.getAndSet(null);
        if (mine == null) {
            return false;
        }
        mine.discard();
        return true;
    }

    private void giveBack() {
        Lease mine = lease.getAndSet(null);
        if (mine == null) {
            return;
        }
        try {
            if (!lost && !jdbc.getAutoCommit()) {
                jdbc.rollback();
                jdbc.setAutoCommit(true);
            }
            if (!lost) {
                jdbc.clearWarnings();
            }
        } catch (SQLException e) {
            lost = true; // a connection that can't be brought to its first state is not lent again
        }
        if (lost) {
            mine.discard();
            pool.discardAll();
        } else {
            mine.release();
        }
    }
}
