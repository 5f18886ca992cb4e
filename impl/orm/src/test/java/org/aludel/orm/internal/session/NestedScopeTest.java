package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.NestedTransaction;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-08")
class NestedScopeTest {

    private TestDatabase db;
    private Session session;
    private User ed;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
        session = db.sessions().open();
        ed = new User("ed");
        ed.setEmail("ed@x.org");
        ed.getAddresses().add(new Address("Paris"));
        session.add(ed);
        session.commit();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAddresses()).hasSize(1);
        assertThat(ed.getAddresses().get(0).getCity()).isEqualTo("Paris");
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    @Test
    void rollbackRestoresValuesWithoutSql() {
        try (NestedTransaction nested = session.beginNested()) {
            ed.setName("x");
            nested.rollback();
        }
        db.forgetExecuted();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(db.executed()).isEmpty();
    }

    @Test
    void rollbackRestoresValuesThatWereFlushedInside() {
        Address paris = ed.getAddresses().get(0);
        Address rome = new Address("Rome");
        User fresh = new User("fresh");
        NestedTransaction nested = session.beginNested();
        ed.setName("x");
        session.flush();
        ed.setName("y");
        session.flush();
        ed.setName("z");
        ed.getAddresses().add(rome);
        session.add(fresh);
        session.flush();
        ed.getAddresses().remove(paris);
        session.flush();
        assertThat(session.contains(paris)).isFalse();

        nested.rollback();
        db.forgetExecuted();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAddresses()).containsExactly(paris);
        assertThat(paris.getUser()).isSameAs(ed);
        assertThat(session.contains(paris)).isTrue();
        assertThat(session.contains(rome)).isFalse();
        assertThat(session.contains(fresh)).isFalse();
        assertThat(fresh.getId()).isNull();
        assertThat(db.executed()).isEmpty();

        session.commit();
        assertThat(session.query(User_.name).all()).containsExactly("ed");
        assertThat(session.query(Address.class).count()).isEqualTo(1);
    }

    @Test
    void changesBeforeTheScopeAreFlushedAndStay() {
        ed.setName("before");
        try (NestedTransaction nested = session.beginNested()) {
            ed.setName("inside");
        }
        assertThat(ed.getName()).isEqualTo("before");
        session.commit();

        assertThat(ed.getName()).isEqualTo("before");
    }

    @Test
    void committedInnerScopeIsUndoneWithTheOuterOne() {
        NestedTransaction outer = session.beginNested();
        try (NestedTransaction inner = session.beginNested()) {
            ed.setName("inner");
            inner.commit();
        }
        assertThat(ed.getName()).isEqualTo("inner");

        outer.rollback();

        assertThat(ed.getName()).isEqualTo("ed");
        session.commit();
        assertThat(ed.getName()).isEqualTo("ed");
    }

    @Test
    void committedScopeIsUndoneWithTheTransaction() {
        User fresh = new User("fresh");
        try (NestedTransaction nested = session.beginNested()) {
            session.add(fresh);
            ed.setName("x");
            nested.commit();
        }
        session.rollback();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(session.contains(fresh)).isFalse();
    }

    @Test
    void whatWasLoadedOrRefreshedInsideIsExpired() {
        session.execute(org.aludel.sql.Sql.text("insert into users(name) values ('wendy')"));
        NestedTransaction nested = session.beginNested();
        session.execute(org.aludel.sql.Sql.text("update users set name = 'changed'"));
        User wendy = session.query(User.class).filter(User_.id.ne(ed.getId())).one();
        session.refresh(ed);
        assertThat(ed.getName()).isEqualTo("changed");

        nested.rollback();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(wendy.getName()).isEqualTo("wendy");
    }

    @Test
    void failedFlushHealsWhenTheScopeIsLeft() {
        User twin = new User("twin");
        twin.setEmail("ed@x.org");
        try (NestedTransaction nested = session.beginNested()) {
            ed.setName("x");
            session.add(twin);
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> session.query(User.class).all())
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("nested scope");
            assertThatThrownBy(nested::commit).hasMessageContaining("ALU-0503");
        }

        assertThat(ed.getName()).isEqualTo("ed");
        ed.setName("after");
        session.commit();
        assertThat(session.query(User_.name).all()).containsExactly("after");
    }

    @Test
    void failureOfTheFlushBeforeTheSavepointIsTheFlushs() {
        User twin = new User("twin");
        twin.setEmail("ed@x.org");
        session.add(twin);

        assertThatThrownBy(session::beginNested).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(session::flush).hasMessageContaining("ALU-0503");
        session.rollback();
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    void endedScopeCantBeCommittedAgain() {
        NestedTransaction nested = session.beginNested();
        nested.commit();

        assertThat(nested.isActive()).isFalse();
        assertThatThrownBy(nested::commit).hasMessageContaining("ALU-0505");
        nested.close();
    }

    @Test
    void rollingBackTheOuterScopeEndsTheInnerOne() {
        NestedTransaction outer = session.beginNested();
        NestedTransaction inner = session.beginNested();
        ed.setName("x");

        outer.rollback();

        assertThat(inner.isActive()).isFalse();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThatThrownBy(inner::commit).hasMessageContaining("ALU-0505");
    }

    @Test
    void objectDeletedInsideComesBackWithItsMembers() {
        Address paris = ed.getAddresses().get(0);
        try (NestedTransaction nested = session.beginNested()) {
            session.delete(ed);
            session.flush();
            assertThat(session.contains(ed)).isFalse();
        }

        assertThat(session.contains(ed)).isTrue();
        assertThat(session.contains(paris)).isTrue();
        assertThat(session.get(User.class, ed.getId())).isSameAs(ed);
        assertThat(ed.getAddresses()).containsExactly(paris);
    }
}
