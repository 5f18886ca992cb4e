package org.aludel.itests.corpus.orm.uow;

import static org.aludel.itests.corpus.orm.uow.UowInsertMixed02_User_.user_id;
import static org.aludel.itests.corpus.orm.uow.UowInsertMixed02_User_.user_name;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

@ScenarioId("uow.insert.mixed-02")
final class UowInsertMixed02 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship
        List<Address> addresses = new ArrayList<>();

        User() {}

        User(String user_name, String password) {
            this.user_name = user_name;
            this.password = password;
        }
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer address_id;

        @References("users.user_id")
        Integer user_id;

        String street;
        String city;
        String state;
        String zip;
    }

    @Override
    protected void steps() {
        step(() -> {
            User myuser = new User("jane2", "hello123");
            User myuser2 = new User("ed", "lalalala");
            s.addAll(myuser, myuser2);
            User myuser3 =
                    s.query(User.class).filter(user_name.eq("fred")).all().get(0);
            myuser3.user_name = "fredjones";
            s.commit();
        });
        step(() -> s.query(User.class).orderBy(user_id).all().stream()
                .map(u -> list(u.user_id, u.user_name))
                .toList());
    }
}
