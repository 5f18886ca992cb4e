package org.aludel.itests.corpus.orm.query;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.CustomQuery;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.SessionFactoryBuilder;

/** Custom Query class with default criterion. */
@ScenarioId("query.subclass-29")
final class QuerySubclass29 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    /** A query with a method of its own, and another meaning of one that there is. */
    final class MyQuery<T> extends CustomQuery<T, MyQuery<T>> {

        MyQuery(Query<T> plain) {
            super(plain);
        }

        @Override
        protected MyQuery<T> of(Query<T> changed) {
            return new MyQuery<>(changed);
        }

        MyQuery<T> named(String name) {
            return filter(QuerySubclass29_User_.name.eq(name));
        }

        @Override
        public T get(Object key) {
            log("get", key);
            return super.get(key);
        }
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested()).queryClass(MyQuery::new);
    }

    @Override
    protected void steps() {
        step(() -> ((MyQuery<User>) s.query(User.class)).named("ed").one().id);
        step(() -> s.query(User.class).get(7).name);
        step(() -> s.query(User.class)
                .filter(QuerySubclass29_User_.id.gt(1))
                .getClass()
                .getSimpleName());
    }
}
