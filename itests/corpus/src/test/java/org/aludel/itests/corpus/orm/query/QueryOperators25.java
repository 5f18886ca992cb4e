package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.lower;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.types.Types;

/** Operators on mapped attributes. */
@ScenarioId("query.operators-25")
final class QueryOperators25 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> s
                .query(User.class)
                .filter(QueryOperators25_User_.name.in("ed", "fred"))
                .orderBy(QueryOperators25_User_.id)
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .filter(QueryOperators25_User_.name.in("ed", "fred").not())
                .orderBy(QueryOperators25_User_.id)
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s.query(User.class)
                .filter(QueryOperators25_User_.name.in(List.of()))
                .all());
        step(() -> s.query(User.class)
                .filter(QueryOperators25_User_.name.in(List.of()).not())
                .count());
        step(() -> s
                .query(User.class)
                .filter(QueryOperators25_User_.name.like("%e%"), QueryOperators25_User_.id.between(8, 9))
                .orderBy(QueryOperators25_User_.id)
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .filter(QueryOperators25_User_.name
                        .startsWith("f")
                        .or(QueryOperators25_User_.name.endsWith("d"), QueryOperators25_User_.name.contains("u")))
                .orderBy(QueryOperators25_User_.id)
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> list(
                s.query(User.class).filter(QueryOperators25_User_.password.isNull()).all().stream()
                        .map(u -> u.id)
                        .toList(),
                s
                        .query(User.class)
                        .filter(QueryOperators25_User_.password.isNotNull())
                        .orderBy(QueryOperators25_User_.id)
                        .all()
                        .stream()
                        .map(u -> u.id)
                        .toList()));
        step(() -> s.query(
                        QueryOperators25_User_.name.plus("!"),
                        QueryOperators25_User_.id.times(2).minus(1))
                .orderBy(QueryOperators25_User_.id)
                .first());
        step(() -> s.query(User.class).filter(QueryOperators25_User_.name.contains("c%")).all().stream()
                .map(u -> u.id)
                .toList());
        step(() -> list(
                s.query(User.class)
                        .filter(lower(QueryOperators25_User_.name).eq("ed"))
                        .one()
                        .id,
                list(s.query(cast(QueryOperators25_User_.id, Types.TEXT))
                        .orderBy(QueryOperators25_User_.id)
                        .first())));
        step(() -> s
                .query(case_(QueryOperators25_User_.id.lt(9), "low").otherwise("high"))
                .orderBy(QueryOperators25_User_.id)
                .all()
                .stream()
                .map(v -> list(v))
                .toList());
    }
}
