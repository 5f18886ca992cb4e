package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.sql.TableAlias;

/** Select_from, select_entity_from. */
@ScenarioId("query.select-from-27")
final class QuerySelectFrom27 extends Scenario {

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

    private TableAlias sub;

    @Override
    protected void steps() {
        step(() -> s.query(count(QuerySelectFrom27_Address_.id))
                .from(User.class)
                .join(QuerySelectFrom27_User_.addresses)
                .filter(QuerySelectFrom27_User_.name.eq("ed"))
                .scalar());
        step(() -> {
            sub = select(users()).where(users().<Integer>c("id").in(7, 8)).subquery();
            return s
                    .query(User.class)
                    .selectEntityFrom(sub)
                    .filter(QuerySelectFrom27_User_.name.eq("ed"))
                    .all()
                    .stream()
                    .map(u -> u.id)
                    .toList();
        });
        step(() -> {
            Alias<User> ua = aliased(User.class, sub);
            return s
                    .query(ua)
                    .join(ua.get(QuerySelectFrom27_User_.addresses))
                    .orderBy(ua.get(QuerySelectFrom27_User_.id))
                    .all()
                    .stream()
                    .map(u -> u.id)
                    .toList();
        });
        step(() -> s.query(QuerySelectFrom27_User_.name, QuerySelectFrom27_Address_.email)
                .from(users().join(addresses()))
                .orderBy(QuerySelectFrom27_Address_.id)
                .first());
        step(() -> s
                .query(User.class)
                .from(users().join(addresses()))
                .filter(QuerySelectFrom27_Address_.email.eq("fred@fred.com"))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
    }

    private org.aludel.schema.Table users() {
        return sessions.metaData().table("users");
    }

    private org.aludel.schema.Table addresses() {
        return sessions.metaData().table("addresses");
    }
}
