package org.aludel.core.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.spi.Lease;
import org.aludel.errors.PoolTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SingleConnectionPoolTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final PoolConfig config =
            new PoolConfig().timeout(Duration.ofMillis(50)).traceLeaks(true);
    private final SingleConnectionPool pool = new SingleConnectionPool("test", this::open, config);

    private Connection open() {
        opened.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                });
    }

    @Test
    @Tag("POOL-04")
    void theSameConnectionIsLentAgain() throws SQLException {
        Lease first = pool.checkout();
        Connection connection = first.jdbc();
        first.release();
        Lease second = pool.checkout();
        assertThat(second.jdbc()).isSameAs(connection);
        assertThat(opened).hasValue(1);
        second.release();
    }

    @Test
    @Tag("POOL-05")
    void whoeverWaitsTooLongIsToldWhoHoldsIt() throws SQLException {
        Lease lease = pool.checkout();
        assertThat(pool.status().checkedOut()).isEqualTo(1);
        assertThatThrownBy(pool::checkout)
                .isInstanceOf(PoolTimeoutException.class)
                .hasMessageContaining("ALU-0211");
        lease.release();
        pool.checkout().release();
    }

    @Test
    @Tag("POOL-07")
    void discardedConnectionIsReplaced() throws SQLException {
        pool.checkout().discard();
        assertThat(closed).hasValue(1);
        pool.checkout().release();
        assertThat(opened).hasValue(2);
        pool.close();
        assertThat(closed).hasValue(2);
        assertThatThrownBy(pool::checkout).isInstanceOf(SQLException.class);
    }
}
