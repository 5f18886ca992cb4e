package org.aludel.itests.corpus.orm.cascade;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Delete-orphan with single_parent on a many-to-one: replacing deletes the old. */
@ScenarioId("cascade.orphan-m2o-06")
final class CascadeOrphanM2o06 extends Scenario {

    @Mapped(table = "user_prefs")
    static class UserPrefs {
        @Id
        Integer pref_id;

        String stylename;
    }

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        @Col(nullable = false)
        String user_name;

        @References("user_prefs.pref_id")
        Integer preference_id;

        @Relationship(
                load = LoadStrategy.JOINED,
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                singleParent = true)
        UserPrefs preferences;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.query(User.class)
                    .filter(CascadeOrphanM2o06_User_.user_name.eq("fred"))
                    .one();
            return u.preferences.stylename;
        });
        step(() -> {
            u.preferences.stylename = "bluesteel";
            s.flush();
        });
        step(() -> {
            u.preferences = with(new UserPrefs(), x1 -> x1.stylename = "new");
            s.flush();
        });
        step(() -> {
            s.delete(u);
            s.flush();
        });
        step(() -> s.commit());
    }
}
