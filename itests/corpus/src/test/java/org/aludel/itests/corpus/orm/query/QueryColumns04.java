package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Row;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ColumnDescription;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Tuples of columns, entities, labels. */
@ScenarioId("query.columns-04")
final class QueryColumns04 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship
        User user;
    }

    @Override
    protected void steps() {
        step(() -> s.query(QueryColumns04_User_.id, QueryColumns04_User_.name.label("n"))
                .orderBy(QueryColumns04_User_.id)
                .all());
        step(() -> {
            Row r = s.query(QueryColumns04_User_.id, QueryColumns04_User_.name.label("n"))
                    .orderBy(QueryColumns04_User_.id)
                    .first();
            return list(r.get("id"), r.get("n"), r.get(1), r.keys(), r.toMap());
        });
        step(() -> s.query(entity(User.class), QueryColumns04_Address_.email)
                .join(QueryColumns04_User_.addresses)
                .orderBy(QueryColumns04_Address_.id)
                .first());
        step(() -> s.query(QueryColumns04_User_.name).filter(QueryColumns04_User_.id.eq(7)).all().stream()
                .map(name -> list(name))
                .toList());
        step(() -> s.query(count(QueryColumns04_User_.id), max(QueryColumns04_User_.id))
                .one());
        step(() -> list(
                s.query(QueryColumns04_User_.id)
                        .filter(QueryColumns04_User_.id.eq(7))
                        .scalar(),
                s.query(literal("x")).scalar()));
        step(() -> s
                .query(
                        entity(User.class),
                        QueryColumns04_User_.id,
                        QueryColumns04_Address_.email.label("e"),
                        count(literal(1)))
                .columnDescriptions()
                .stream()
                .map(ColumnDescription::name)
                .toList());
    }
}
