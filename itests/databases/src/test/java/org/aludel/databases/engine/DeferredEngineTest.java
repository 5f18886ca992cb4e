package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.DeferredEngine;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.TwoPhase;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables, statements and sessions that are defined before there is an engine. */
@Tag("ENG-06")
class DeferredEngineTest {

    private final DeferredEngine deferred = new DeferredEngine();
    private final MetaData metadata = new MetaData().bind(deferred);
    private final Table users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Engine first = Engine.create("h2:///mem:deferred-first");
    private final Engine second = Engine.create("sqlite://");

    @AfterEach
    void close() {
        deferred.close();
        first.close();
        second.close();
    }

    private long count(Engine engine) {
        return engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
    }

    @Test
    @Tag("ENG-17")
    void tablesBoundToItAreUsedOnceItIsConnected() {
        assertThat(select(users.c("name")).toString()).isEqualTo("SELECT users.name FROM users");
        deferred.connectTo(first);
        metadata.createAll();
        users.insert().values(params("name", "ed")).execute();
        assertThat(users.count().scalar()).isEqualTo(1L);
        assertThat(select(users.c("name")).limit(1).bind(deferred).scalar(String.class))
                .isEqualTo("ed");
        assertThat(count(first)).isEqualTo(1);
        assertThat(deferred.dialect().name()).isEqualTo("h2");
        assertThat(deferred.name()).isEqualTo(first.name());
    }

    @Test
    void withoutAnEngineEveryUseSaysWhatToDo() {
        assertThat(deferred.isConnected()).isFalse();
        assertThatThrownBy(deferred::connect)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0270")
                .hasMessageContaining("connectTo(engine)");
        assertThatThrownBy(metadata::createAll).hasMessageContaining("ALU-0270");
        assertThatThrownBy(users.count()::execute).hasMessageContaining("ALU-0270");
        assertThatThrownBy(() -> Inspector.of(deferred)).hasMessageContaining("ALU-0270");
        assertThatThrownBy(() -> TwoPhase.begin(deferred)).hasMessageContaining("ALU-0270");
        assertThatThrownBy(() -> deferred.connectTo(deferred)).hasMessageContaining("ALU-0270");
        assertThat(deferred.toString()).contains("not connected");
    }

    @Test
    void oneThreadMayHaveAnotherEngine() throws Exception {
        deferred.connectTo(first);
        metadata.createAll();
        AtomicReference<String> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            deferred.connectThreadTo(second);
            metadata.createAll();
            users.insert().values(params("name", "jack")).execute();
            seen.set(deferred.dialect().name() + count(deferred));
            deferred.disconnectThread();
            seen.set(seen.get() + deferred.dialect().name());
        });
        thread.start();
        thread.join();
        assertThat(seen.get()).isEqualTo("sqlite1h2");
        assertThat(count(deferred)).isZero();
        assertThat(count(second)).isEqualTo(1);
    }

    @Test
    void eachScopeHasItsEngine() {
        AtomicReference<String> tenant = new AtomicReference<>("one");
        DeferredEngine tenants = DeferredEngine.perScope(tenant::get);
        tenants.connectTo(first);
        tenant.set("two");
        assertThat(tenants.isConnected()).isFalse();
        assertThatThrownBy(tenants::connect).hasMessageContaining("ALU-0270").hasMessageContaining("scope two");
        tenants.connectTo(second);
        assertThat(tenants.current()).isSameAs(second);
        tenant.set("one");
        assertThat(tenants.current()).isSameAs(first);
        tenants.disconnect();
        assertThat(tenants.isConnected()).isFalse();
        tenant.set("two");
        assertThat(tenants.isConnected()).isTrue();
    }

    @Test
    @Tag("ENG-14")
    void listenersHearTheEngineOfTheMoment() {
        List<String> heard = new ArrayList<>();
        EventRegistration listening = deferred.on(
                AfterExecute.class, e -> heard.add(e.engine().dialect().name()));
        deferred.connectTo(first);
        metadata.createAll();
        heard.clear();
        users.count().execute().close();
        deferred.connectTo(second);
        metadata.createAll();
        heard.removeIf("sqlite"::equals);
        users.count().execute().close();
        queryDirectly(first);
        assertThat(heard).containsExactly("h2", "sqlite");
        listening.close();
        users.count().execute().close();
        assertThat(heard).hasSize(2);
    }

    private static void queryDirectly(Engine engine) {
        engine.useTransaction(conn -> conn.execute(text("SELECT 1")).close());
    }

    @Test
    void closingDisconnectsAndLeavesTheEnginesOpen() {
        deferred.connectTo(first);
        deferred.close();
        assertThat(first.isClosed()).isFalse();
        assertThat(deferred.isClosed()).isTrue();
        assertThatThrownBy(deferred::connect).hasMessageContaining("ALU-0270").hasMessageContaining("closed");
    }

    @Test
    void sessionsAreOfTheEngineThatIsConnectedWhenTheyOpen() {
        SessionFactory sessions =
                SessionFactory.builder(deferred).map(DeferredNote.class).build();
        assertThatThrownBy(sessions::open).hasMessageContaining("ALU-0270");
        for (Engine engine : List.of(first, second)) {
            deferred.connectTo(engine);
            sessions.metaData().createAll(deferred);
            DeferredNote note = new DeferredNote(engine.dialect().name());
            sessions.useTransaction(session -> session.add(note));
            assertThat(note.id()).isEqualTo(1);
            DeferredNote read = sessions.inTransaction(session -> {
                DeferredNote found = session.get(DeferredNote.class, 1);
                assertThat(sessions.sessionOf(found)).isSameAs(session);
                return found;
            });
            assertThat(read.text()).isEqualTo(engine.dialect().name());
        }
        deferred.connectThreadTo(first);
        long found = sessions.inTransaction(
                session -> session.query(DeferredNote.class).count());
        assertThat(found).isEqualTo(1);
        assertThat(sessions.engine()).isSameAs(deferred);
    }

    @Test
    void anEngineOfAnotherMakeCanNotBeConnectedToTheMapper() {
        Engine other = (Engine) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> null);
        assertThatThrownBy(() -> SessionFactory.builder(other))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0508");
        assertThatThrownBy(() -> Inspector.of(other)).hasMessageContaining("ALU-0271");
    }
}
