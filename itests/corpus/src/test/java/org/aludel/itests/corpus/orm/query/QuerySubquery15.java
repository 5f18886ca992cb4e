package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.sql.Expr;
import org.aludel.sql.TableAlias;

/** Joining to a subquery and selecting from it. */
@ScenarioId("query.subquery-15")
final class QuerySubquery15 extends Scenario {

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
        step(() -> {
            TableAlias stmt = s.query(
                            QuerySubquery15_Address_.user_id,
                            count(literal("*")).label("address_count"))
                    .groupBy(QuerySubquery15_Address_.user_id)
                    .subquery();
            return s.query(QuerySubquery15_User_.name, stmt.c("address_count"))
                    .outerJoin(stmt, QuerySubquery15_User_.id.eq(stmt.<Integer>c("user_id")))
                    .orderBy(QuerySubquery15_User_.id)
                    .all();
        });
        step(() -> {
            TableAlias sub = s.query(Address.class)
                    .filter(QuerySubquery15_Address_.email.ne("ed@lala.com"))
                    .subquery();
            Alias<Address> adalias = aliased(Address.class, sub);
            return s
                    .query(entity(User.class), adalias)
                    .join(adalias, QuerySubquery15_User_.addresses)
                    .filter(QuerySubquery15_User_.id.eq(8))
                    .orderBy(adalias.get(QuerySubquery15_Address_.id))
                    .all()
                    .stream()
                    .map(r -> list(((User) r.get(0)).name, ((Address) r.get(1)).email))
                    .toList();
        });
        step(() -> s.query(User.class)
                .filter(QuerySubquery15_User_.id.in(s.query(QuerySubquery15_Address_.user_id)
                        .filter(QuerySubquery15_Address_.email.like("%ed%"))
                        .toSelect()))
                .orderBy(QuerySubquery15_User_.id)
                .all());
        step(() -> {
            Expr<Long> cnt = s.query(count(QuerySubquery15_Address_.id))
                    .filter(QuerySubquery15_Address_.user_id.eq(QuerySubquery15_User_.id))
                    .correlate(User.class)
                    .scalarSubquery();
            return s.query(QuerySubquery15_User_.name, cnt.label("c"))
                    .filter(cnt.gt(0L))
                    .orderBy(cnt.desc(), QuerySubquery15_User_.id)
                    .all();
        });
        step(() -> s.query(User.class)
                .filter(s.query(Address.class)
                        .filter(
                                QuerySubquery15_Address_.user_id.eq(QuerySubquery15_User_.id),
                                QuerySubquery15_Address_.email.like("%fred%"))
                        .correlate(User.class)
                        .asCondition())
                .all());
    }
}
