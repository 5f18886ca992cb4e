package org.aludel.itests.corpus.orm.event;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.withLoaderCriteria;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Global criteria for an entity including lazy loads. */
@ScenarioId("event.with-loader-criteria-14")
final class EventWithLoaderCriteria14 extends Scenario {

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

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.query(User.class)
                    .options(withLoaderCriteria(
                            Address.class, EventWithLoaderCriteria14_Address_.email.ne("ed@lala.com")))
                    .filter(EventWithLoaderCriteria14_User_.id.eq(8))
                    .one();
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> s
                .query(Address.class)
                .options(withLoaderCriteria(Address.class, EventWithLoaderCriteria14_Address_.id.gt(3)))
                .orderBy(EventWithLoaderCriteria14_Address_.id)
                .all()
                .stream()
                .map(a -> a.id)
                .toList());
        step(() -> {
            s.clear();
            u = s.query(User.class)
                    .options(
                            joinedLoad(EventWithLoaderCriteria14_User_.addresses),
                            withLoaderCriteria(Address.class, EventWithLoaderCriteria14_Address_.id.lt(3)))
                    .filter(EventWithLoaderCriteria14_User_.id.eq(8))
                    .one();
            return u.addresses.stream().map(a -> a.id).toList();
        });
    }
}
