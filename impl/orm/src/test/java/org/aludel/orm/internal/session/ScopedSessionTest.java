package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.aludel.orm.ScopedSession;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-10")
class ScopedSessionTest {

    private String scope = "one";

    @Test
    void eachScopeHasItsSession() {
        try (TestDatabase db = TestDatabase.create();
                ScopedSession sessions = ScopedSession.by(db.sessions(), () -> scope)) {
            Session one = sessions.current();
            assertThat(sessions.current()).isSameAs(one);
            scope = "two";
            assertThat(sessions.isPresent()).isFalse();
            assertThat(sessions.current()).isNotSameAs(one);
            scope = "one";

            sessions.remove();

            assertThat(one.isClosed()).isTrue();
            assertThat(sessions.current()).isNotSameAs(one);
            sessions.current().close();
            assertThat(sessions.current().isClosed()).isFalse();
        }
    }

    @Test
    void eachThreadHasItsSession() {
        try (TestDatabase db = TestDatabase.create();
                ScopedSession sessions = ScopedSession.byThread(db.sessions())) {
            sessions.current().add(new User("ed"));
            sessions.current().commit();

            Session other = CompletableFuture.supplyAsync(sessions::current).join();

            assertThat(other).isNotSameAs(sessions.current());
            sessions.close();
            assertThat(other.isClosed()).isTrue();
        }
    }
}
