package org.aludel.orm.internal.session;

import static java.util.stream.Collectors.toList;
import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.forUpdate;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the design shows of a session, from adding objects to committing them, in one piece. */
class DesignExampleTest {

    record NameCount(String name, long count) {}

    private TestDatabase db;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void sessionFromAddToCommit() {
        try (Session session = db.sessions().open()) {
            User ed = new User("ed");
            ed.setBalance(new BigDecimal("5.00"));
            ed.setAge(61);
            ed.getAddresses().add(new Address("Paris"));
            assertThat(ed.getAddresses().get(0).getUser()).isSameAs(ed);
            session.add(ed);
            User same = session.query(User.class).filter(User_.name.eq("ed")).one();
            assertThat(same).isSameAs(ed);

            List<User> list = session.query(User.class)
                    .join(User_.addresses)
                    .filter(Address_.city.startsWith("Par"), User_.addresses.any(Address_.city.ne("Rome")))
                    .options(selectinLoad(User_.addresses))
                    .orderBy(User_.name)
                    .slice(0, 20)
                    .all();
            assertThat(list).containsExactly(ed);
            assertThat(session.get(User.class, ed.getId())).isSameAs(ed);
            assertThat(session.get(User.class, ed.getId(), forUpdate())).isSameAs(ed);
            assertThat(session.find(User.class, -1)).isEmpty();
            assertThat(session.query(User.class).count()).isEqualTo(1);
            assertThat(session.query(User.class).exists()).isTrue();
            List<String> names = session.query(User_.name).all();
            assertThat(names).containsExactly("ed");
            List<NameCount> pairs = session.query(row(NameCount::new, User_.name, count(Address_.id)))
                    .join(User_.addresses)
                    .groupBy(User_.name)
                    .all();
            assertThat(pairs).containsExactly(new NameCount("ed", 1));
            Alias<User> other = aliased(User.class, "u2");
            assertThat(session.query(User.class)
                            .join(other, other.get(User_.name).eq(User_.name))
                            .filter(other.get(User_.id).gt(User_.id))
                            .all())
                    .isEmpty();
            List<Row> mixed = session.query(entity(User.class), other, Address_.city)
                    .join(User_.addresses)
                    .join(other, other.get(User_.id).eq(User_.id))
                    .all();
            assertThat(mixed).hasSize(1);
            assertThat(session.query(User.class).filter(User_.age.gt(60)).update(set(User_.age, User_.age.plus(1))))
                    .isEqualTo(1);
            assertThat(ed.getAge()).isEqualTo(62);
            session.set(ed, User_.balance, User_.balance.plus(10));
            session.flush();
            assertThat(ed.getBalance()).isEqualByComparingTo("15");
            ed.setName("edward");
            assertThat(session.history(ed, User_.name).deleted()).containsExactly("ed");
            session.revert(ed);
            try (Stream<User> all = session.query(User.class).yieldPer(500).stream()) {
                assertThat(all.collect(toList())).containsExactly(ed);
            }
            try (NestedTransaction nested = session.beginNested()) {
                ed.setName("x");
                nested.rollback();
            }
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(session.execute(select(count(User_.id))).scalar(Long.class))
                    .isEqualTo(1);
            session.commit();
        }
        List<User> users =
                db.sessions().inTransaction(session -> session.query(User.class).all());
        assertThat(users).extracting(User::getName).containsExactly("ed");
    }
}
