package org.aludel.itests.corpus.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.DynamicRelation;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** The values of lazy and their synonyms. */
@ScenarioId("load.keywords-60")
final class LoadKeywords60 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(load = LoadStrategy.LAZY, orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        @Relationship(load = LoadStrategy.JOINED, viewOnly = true)
        List<Address> a_false = new ArrayList<>();

        @Relationship(load = LoadStrategy.NOLOAD, viewOnly = true)
        List<Address> a_none = new ArrayList<>();

        @Relationship(load = LoadStrategy.SUBQUERY, viewOnly = true)
        List<Address> a_subquery = new ArrayList<>();

        @Relationship(viewOnly = true)
        DynamicRelation<Address> a_dynamic;

        @Relationship(load = LoadStrategy.LAZY, viewOnly = true)
        List<Address> a_select = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.query(User.class).filter(LoadKeywords60_User_.id.eq(7)).one();
            return loaded(u);
        });
        step(() -> list(u.a_false.size(), u.a_none.size(), u.a_subquery.size()));
        step(() -> list(u.addresses.size(), u.a_select.size()));
        step(() -> u.a_dynamic.count());
        step(() -> {
            LoadStrategy.valueOf("BOGUS");
        });
    }
}
