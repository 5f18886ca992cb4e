package org.aludel.itests.corpus.orm.event;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterConfigured;
import org.aludel.orm.BeforeConfigured;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.MapperConfigured;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Configuration events. */
@ScenarioId("event.mapper-config-18")
final class EventMapperConfig18 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Relationship
        List<Address> a = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;
    }

    @Override
    protected Session open() {
        return null;
    }

    @Override
    protected void steps() {
        step(() -> {
            sessions = factory(model -> model.map(User.class, Address.class)
                    .on(BeforeConfigured.class, e -> log("before_configured"))
                    .on(AfterConfigured.class, e -> log("after_configured"))
                    .on(
                            MapperConfigured.class,
                            e -> log("mapper_configured", e.type().getSimpleName())));
            s = session(sessions);
            return new User();
        });
        step(() -> new User());
    }
}
