package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Retry;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver that breaks every rule: errors stay clear, connections come back, secrets stay hidden. */
@Tag("ENG-15")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDriverTest {

    private static final String SECRET = "s3cr3t";

    private @Nullable String failingMethod;
    private Supplier<Throwable> failure = () -> new SQLException("unset");
    private Engine engine;

    @BeforeEach
    void start() {
        JdbcDataSource real = new JdbcDataSource();
        real.setUrl("jdbc:h2:mem:hostile;DB_CLOSE_DELAY=-1");
        DataSource hostile = proxy(DataSource.class, real);
        engine = Engine.builder(hostile)
                .dialect("h2")
                .name("hostile")
                .pool(p -> p.size(2).maxOverflow(0).timeout(Duration.ofSeconds(5)))
                .build();
        engine.connect().close();
    }

    @AfterEach
    void everythingCameBackAndWorks() {
        failingMethod = null;
        assertThat(engine.poolStatus().checkedOut()).isZero();
        for (int i = 0; i < 4; i++) {
            engine.useTransaction(
                    conn -> assertThat(conn.execute(text("SELECT 1")).scalar()).isEqualTo(1));
        }
        engine.close();
    }

    /** What the driver gives, failing where it is told to. */
    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals(failingMethod)) {
                throw failure.get();
            }
            try {
                Object result = method.invoke(real, given);
                boolean ours = result instanceof Connection || result instanceof java.sql.Statement;
                return ours ? proxy(method.getReturnType(), result) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }

    private @Nullable Throwable failing(String method, Supplier<Throwable> thrown) {
        failure = thrown;
        return catchThrowable(() -> {
            try (org.aludel.engine.Connection conn = engine.connect();
                    Transaction tx = conn.begin()) {
                failingMethod = method;
                conn.with(ExecutionOptions.DEFAULT.withTimeout(Duration.ofSeconds(30)))
                        .execute(text("SELECT 1"))
                        .all();
                tx.commit();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepareStatement", "setQueryTimeout", "execute", "commit"})
    void exceptionThatSaysNothingIsStillOne(String method) {
        assertThat(failing(method, () -> new SQLException(null, null, 0)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("ALU-02")
                .hasMessageContaining("engine hostile");
    }

    @Test
    void chainsInCirclesEnd() {
        SQLException one = new SQLException("one", "23505", 23505);
        SQLException two = new BatchUpdateException("two", new int[0]);
        two.setNextException(one);
        one.initCause(two);
        two.initCause(one);
        assertThat(failing("execute", () -> two)).isInstanceOf(DatabaseException.class);
        IllegalStateException three = new IllegalStateException("three");
        three.initCause(new IllegalStateException("four", three));
        assertThat(catchThrowable(() -> Retry.times(3).run(() -> {
                    throw three;
                })))
                .isSameAs(three);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepareStatement", "execute", "commit", "setAutoCommit"})
    void runtimeExceptionComesOutAsItIs(String method) {
        IllegalStateException own = new IllegalStateException("a bug of the driver");
        assertThat(failing(method, () -> own))
                .isNotNull()
                .satisfies(e -> assertThat(List.of(e, String.valueOf(e)))
                        .anySatisfy(each -> assertThat(String.valueOf(each)).contains("a bug of the driver")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepareStatement", "execute"})
    void driverOfAnOlderJdbcFailsAsItDoes(String method) {
        assertThat(failing(method, () -> new AbstractMethodError("old driver")))
                .isInstanceOf(AbstractMethodError.class);
    }

    @Test
    void featureThatIsMissingIsNamed() {
        assertThat(failing("prepareStatement", () -> new SQLFeatureNotSupportedException("no marks", "0A000")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no marks");
    }

    @Test
    void passwordsThatTheDriverTellsAreMasked() {
        Throwable error = failing(
                "execute", () -> new SQLException("can't reach jdbc:x://scott:" + SECRET + "@host/db", "08001", 1));
        assertThat(error).isInstanceOf(DatabaseException.class);
        assertThat(error.getMessage()).doesNotContain(SECRET);
    }
}
