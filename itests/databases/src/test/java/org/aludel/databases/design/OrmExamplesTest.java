package org.aludel.databases.design;

import static org.aludel.orm.Cascade.*;
import static org.aludel.orm.Orm.*;
import static org.aludel.schema.ForeignKeyAction.*;
import static org.aludel.sql.Sql.*;
import static org.aludel.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.Mappings;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Test;

/**
 * The further examples of section 5 of the design, as they are written there: declarative and imperative mappings, the
 * session. The Jakarta example is the quickstart's business. What the design says of shapes and meanings is in the package
 * {@code rules}.
 */
class OrmExamplesTest {

    record NameCount(String name, Long count) {}

    @Test
    void mappingsAndSession() {
        Engine engine = Engine.create("h2:///mem:design");
        MetaData metadata = new MetaData();
        Table categories = metadata.table(
                "categories",
                column("id", INTEGER).primaryKey(),
                column("name", string(40)),
                column("parent_id", INTEGER).references("categories.id"));
        Mappings mappings = new Mappings();
        mappings.map(
                Category.class,
                categories,
                m -> m.property(
                                "parent",
                                relationship(Category.class).remoteSide("id").backref("subcategories"))
                        .property("label", categories.c("name")));

        SessionFactory sessions = SessionFactory.builder(engine)
                .map(User.class, Address.class, Street.class, Job.class)
                .with(mappings)
                .expireOnCommit(true)
                .build();
        sessions.metaData().createAll(engine);
        try (Session session = sessions.open()) {
            Category root = new Category("root");
            root.getSubcategories().add(new Category("leaf"));
            session.add(root);
            session.flush();
            assertThat(session.query(Category.class)
                            .filter(attribute(Category.class, "label").eq("leaf"))
                            .one()
                            .getParent())
                    .isSameAs(root);

            User ed = new User("ed");
            ed.getAddresses().add(new Address("Paris"));
            assertThat(ed.getAddresses().get(0).getUser()).isSameAs(ed);
            session.add(ed);
            User same = session.query(User.class).filter(User_.name.eq("ed")).one();
            assertThat(same).isSameAs(ed);
            List<User> list = session.query(User.class)
                    .join(User_.addresses)
                    .filter(Address_.city.startsWith("Par"), User_.addresses.any(Address_.city.ne("Rome")))
                    .options(selectinLoad(User_.addresses).options(joinedLoad(Address_.street)), defer(User_.name))
                    .orderBy(User_.name)
                    .slice(0, 20)
                    .all();
            assertThat(list).containsExactly(ed);
            User u = session.get(User.class, 7);
            assertThat(u).isNull();
            assertThat(session.find(User.class, 7)).isEmpty();
            assertThat(session.get(User.class, 7, forUpdate())).isNull();
            long count = session.query(User.class).count();
            boolean any = session.query(User.class).exists();
            assertThat(count).isEqualTo(1);
            assertThat(any).isTrue();
            List<String> names = session.query(User_.name).all();
            assertThat(names).containsExactly("ed");
            List<NameCount> pairs = session.query(row(NameCount::new, User_.name, count(Address_.id)))
                    .join(User_.addresses)
                    .groupBy(User_.name)
                    .all();
            assertThat(pairs).containsExactly(new NameCount("ed", 1L));
            Alias<User> other = aliased(User.class, "u2");
            assertThat(session.query(User.class)
                            .join(other, other.get(User_.name).eq(User_.name))
                            .filter(other.get(User_.id).gt(User_.id))
                            .all())
                    .isEmpty();
            List<Row> mixed = session.query(entity(User.class), other, Address_.city)
                    .join(User_.addresses)
                    .all();
            assertThat(mixed).hasSize(1);
            assertThat(mixed.get(0).get(0)).isSameAs(ed);
            assertThat(mixed.get(0).get(1)).isSameAs(ed);
            assertThat(mixed.get(0).get(2)).isEqualTo("Paris");
            ed.setAge(61);
            session.query(User.class).filter(User_.age.gt(60)).update(set(User_.age, User_.age.plus(1)));
            assertThat(ed.getAge()).isEqualTo(62);
            session.set(ed, User_.balance, User_.balance.plus(10));
            session.flush();
            assertThat(ed.getBalance()).isEqualByComparingTo("10");
            session.history(ed, User_.name).deleted();
            try (Stream<User> all = session.query(User.class).yieldPer(500).stream()) {
                assertThat(all).containsExactly(ed);
            }
            Job job = session.query(Job.class).withForUpdate(skipLocked()).first();
            assertThat(job).isNull();
            try (NestedTransaction nested = session.beginNested()) {
                ed.setName("x");
                nested.rollback();
            }
            assertThat(ed.getName()).isEqualTo("ed");
            session.execute(select(count(User_.id)));
            session.commit();
        }
        List<User> users2 =
                sessions.inTransaction(session -> session.query(User.class).all());
        assertThat(users2).extracting(User::getName).containsExactly("ed");
        sessions.close();
        engine.close();
    }
}
