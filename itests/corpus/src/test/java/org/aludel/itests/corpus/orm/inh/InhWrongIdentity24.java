package org.aludel.itests.corpus.orm.inh;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Saving an object whose discriminator was changed. */
@ScenarioId("inh.wrong-identity-24")
final class InhWrongIdentity24 extends Scenario {

    @Mapped(table = "employee", discriminator = "type", identity = "employee")
    static class Employee {
        @Id
        Integer id;

        String name;
        String type;
    }

    @Mapped(identity = "manager")
    static class Manager extends Employee {
        String manager_data;
    }

    @Mapped(identity = "engineer")
    static class Engineer extends Employee {
        String engineer_info;
    }

    @Mapped(identity = "junior")
    static class JuniorEngineer extends Engineer {}

    private Manager m;

    @Override
    protected void steps() {
        step(() -> {
            m = s.get(Manager.class, 1);
            m.type = "engineer";
            s.flush();
        });
        step(() -> list(s.get(Manager.class, 1) == m, m.getClass().getSimpleName()));
        step(() -> {
            s.commit();
            s.clear();
            return s.get(Employee.class, 1).getClass().getSimpleName();
        });
    }
}
