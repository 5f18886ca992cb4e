package org.aludel.itests.corpus.orm.query;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;

/** Union, union_all, except_, intersect. */
@ScenarioId("query.union-17")
final class QueryUnion17 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private Query<User> a;
    private Query<User> b;

    @Override
    protected void steps() {
        step(() -> {
            a = s.query(User.class).filter(QueryUnion17_User_.id.lt(9));
            b = s.query(User.class).filter(QueryUnion17_User_.id.gt(7));
            return a.union(b).orderBy(QueryUnion17_User_.id).all().stream()
                    .map(u -> u.id)
                    .toList();
        });
        step(() -> a.intersect(b).all().stream().map(u -> u.id).toList());
        step(() -> a.except(b).all().stream().map(u -> u.id).toList());
        step(() -> s.query(QueryUnion17_User_.name)
                .filter(QueryUnion17_User_.id.eq(7))
                .unionAll(s.query(QueryUnion17_User_.name).filter(QueryUnion17_User_.id.eq(7)))
                .count());
        step(() -> a
                .union(b)
                .filter(QueryUnion17_User_.name.ne("ed"))
                .orderBy(QueryUnion17_User_.name.desc())
                .limit(2)
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
    }
}
