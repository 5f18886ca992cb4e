package org.aludel.itests.corpus.orm.event;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Do_orm_execute intercepts queries. */
@ScenarioId("event.append-result-13")
final class EventAppendResult13 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> {
            s.on(ExecuteStatement.class, e -> {
                if (e.isSelect() && !e.isColumnLoad() && !e.isRelationshipLoad()) {
                    log("select");
                    e.filter(EventAppendResult13_User_.id.gt(7));
                }
            });
            return s.query(User.class).orderBy(EventAppendResult13_User_.id).all().stream()
                    .map(u -> u.id)
                    .toList();
        });
        step(() ->
                s.query(User.class).filter(EventAppendResult13_User_.id.eq(7)).first());
        step(() -> s.get(User.class, 7));
    }
}
