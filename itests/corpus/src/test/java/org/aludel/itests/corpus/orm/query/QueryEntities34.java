package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.count;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Add_columns, add_entity, with_entities, values. */
@ScenarioId("query.entities-34")
final class QueryEntities34 extends Scenario {

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
        step(() -> s.query(User.class)
                .addColumns(QueryEntities34_Address_.email)
                .join(QueryEntities34_User_.addresses)
                .orderBy(QueryEntities34_Address_.id)
                .first());
        step(() -> s.query(User.class)
                .addEntity(Address.class)
                .join(QueryEntities34_User_.addresses)
                .orderBy(QueryEntities34_Address_.id)
                .first());
        step(() -> s.query(User.class)
                .filter(QueryEntities34_User_.id.gt(8))
                .orderBy(QueryEntities34_User_.id)
                .withEntities(new org.aludel.sql.Selectable[] {QueryEntities34_User_.name})
                .all());
        step(() -> s.query(User.class)
                .orderBy(QueryEntities34_User_.id)
                .values(QueryEntities34_User_.id, QueryEntities34_User_.name)
                .all()
                .subList(0, 2));
        step(() -> s.query(User.class)
                .join(QueryEntities34_User_.addresses)
                .withEntities(count(QueryEntities34_Address_.id))
                .scalar());
    }
}
