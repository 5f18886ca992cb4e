package org.aludel.databases.pool;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.FirstConnect;
import org.aludel.engine.PoolConfig.Kind;
import org.aludel.engine.Transaction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginePoolTest {

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HIKARI", "QUEUE", "SINGLE", "NONE", "THREAD"})
    @Tag("POOL-04")
    void anEngineWorksOnEveryKind(Kind kind) {
        try (Engine engine = Engine.builder("h2:///mem:kinds")
                .pool(p -> p.kind(kind).size(2))
                .build()) {
            for (int i = 0; i < 3; i++) {
                try (Connection conn = engine.connect()) {
                    assertThat(conn.execute(text("SELECT 1")).scalar(Integer.class))
                            .isEqualTo(1);
                }
            }
            assertThat(engine.poolMetrics().checkouts()).isEqualTo(3);
            assertThat(engine.poolStatus().checkedOut()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"QUEUE", "THREAD"})
    @Tag("POOL-03")
    void aThreadsSecondConnectionIsItsFirstAndSeesItsTransaction(Kind kind) {
        try (Engine engine = Engine.builder("h2:///mem:shared")
                .pool(p -> p.kind(kind).size(2).threadLocal(true))
                .build()) {
            try (Connection outer = engine.connect();
                    Transaction tx = outer.begin()) {
                outer.execute(text("CREATE TABLE t (n INT)"));
                outer.execute(text("INSERT INTO t VALUES (1)"));
                try (Connection inner = engine.connect()) {
                    assertThat(inner.execute(text("SELECT COUNT(*) FROM t")).scalar(Integer.class))
                            .isEqualTo(1);
                    assertThat(engine.poolStatus().checkedOut()).isEqualTo(1);
                }
                tx.commit();
            }
            assertThat(engine.poolStatus().checkedOut()).isZero();
            assertThat(engine.<Integer, RuntimeException>inTransaction(
                            conn -> conn.execute(text("SELECT COUNT(*) FROM t")).scalar(Integer.class)))
                    .isEqualTo(1);
        }
    }

    @Test
    @Tag("POOL-08")
    void newConnectionsAreEventsOfTheEngine() {
        List<String> heard = new ArrayList<>();
        try (Engine engine =
                Engine.builder("h2:///mem:events").pool(p -> p.kind(Kind.NONE)).build()) {
            engine.on(FirstConnect.class, e -> heard.add("first"));
            engine.on(Connect.class, e -> heard.add("connect"));
            engine.connect().close();
            engine.connect().close();
        }
        assertThat(heard).startsWith("first", "connect", "connect");
    }

    @Test
    @Tag("POOL-06")
    void theEchoOfAnEnginesPoolIsSwitchedAtRunTime() {
        try (LogCapture log = new LogCapture("org.aludel.pool");
                Engine engine = Engine.create("h2:///mem:echo")) {
            engine.connect().close();
            assertThat(log.lines()).isEmpty();
            engine.echoPool(true);
            engine.connect().close();
            assertThat(log.lines()).isNotEmpty();
        }
    }
}
