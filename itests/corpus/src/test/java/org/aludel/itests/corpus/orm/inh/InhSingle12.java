package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.set;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Single table: discriminator criterion and columns. */
@ScenarioId("inh.single-12")
final class InhSingle12 extends Scenario {

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

    @Override
    protected void steps() {
        step(() -> s.query(Employee.class).orderBy(InhSingle12_Employee_.id).all().stream()
                .map(x -> list(x.getClass().getSimpleName(), x.name))
                .toList());
        step(() -> s.query(Manager.class).one().manager_data);
        step(() -> s.query(Engineer.class).orderBy(InhSingle12_Engineer_.id).all().stream()
                .map(x -> x.name)
                .toList());
        step(() -> {
            Engineer e = with(new Engineer(), x -> {
                x.name = "new";
                x.engineer_info = "i";
            });
            s.add(e);
            s.flush();
        });
        step(() -> s.query(Engineer.class)
                .filter(InhSingle12_Engineer_.engineer_info.like("%oh%"))
                .update(set(InhSingle12_Engineer_.name, "upd")));
        step(() -> s.query(JuniorEngineer.class).delete());
        step(() -> s.commit());
    }
}
