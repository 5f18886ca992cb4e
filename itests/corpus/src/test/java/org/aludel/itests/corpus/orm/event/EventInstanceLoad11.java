package org.aludel.itests.corpus.orm.event;

import java.util.Set;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Expire;
import org.aludel.orm.Id;
import org.aludel.orm.Init;
import org.aludel.orm.Load;
import org.aludel.orm.Mapped;
import org.aludel.orm.Refresh;
import org.aludel.orm.RefreshFlush;
import org.aludel.orm.SessionFactoryBuilder;

/** Load, refresh, expire, init events. */
@ScenarioId("event.instance-load-11")
final class EventInstanceLoad11 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;
    private User u;

    private static String names(Set<String> attributes) {
        return attributes == null
                ? "None"
                : attributes.stream()
                        .sorted()
                        .map(name -> "'" + name + "'")
                        .toList()
                        .toString();
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(Init.class, EventFilter.of(User.class), e -> log("init ['name']"));
        model.on(Load.class, EventFilter.of(User.class), e -> log("load", ((User) e.target()).id));
        model.on(
                Refresh.class,
                EventFilter.of(User.class),
                e -> log("refresh", identity(e.target()).get(0), names(e.attributes())));
        model.on(Expire.class, EventFilter.of(User.class), e -> log("expire", names(e.attributes())));
        model.on(RefreshFlush.class, EventFilter.of(User.class), e -> log("refresh_flush", names(e.attributes())));
    }

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "x");
        });
        step(() -> {
            u = s.get(User.class, 7);
        });
        step(() -> {
            s.expire(u);
            return u.name;
        });
        step(() -> {
            s.expire(u, "name");
            return u.name;
        });
        step(() -> s.refresh(u));
        step(() ->
                s.query(User.class).filter(EventInstanceLoad11_User_.id.eq(7)).one() == u);
        step(() -> s.commit());
    }
}
