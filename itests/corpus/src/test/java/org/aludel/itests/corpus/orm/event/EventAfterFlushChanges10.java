package org.aludel.itests.corpus.orm.event;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterFlushPostexec;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Changes made in after_flush and in after_flush_postexec. */
@ScenarioId("event.after-flush-changes-10")
final class EventAfterFlushChanges10 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private int count;

    @Override
    protected void steps() {
        step(() -> {
            s.on(AfterFlushPostexec.class, e -> {
                count++;
                log("postexec", count);
                if (count < 3) {
                    e.session().add(with(new User(), x1 -> x1.name = "postexec " + count));
                }
            });
            s.add(with(new User(), x1 -> x1.name = "first"));
            s.flush();
        });
        step(() -> {
            s.commit();
            return s.query(User.class).all().stream().map(u -> u.name).toList().stream()
                    .sorted()
                    .toList();
        });
    }
}
