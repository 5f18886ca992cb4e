package org.aludel.itests.corpus.orm.inh;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Columns of a subclass are loaded on access after a query of the base. */
@ScenarioId("inh.single.base-loads-sub-14")
final class InhSingleBaseLoadsSub14 extends Scenario {

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

    private List<Employee> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(Employee.class)
                    .orderBy(InhSingleBaseLoadsSub14_Employee_.id)
                    .all();
            return l.stream().map(e -> loaded(e)).toList();
        });
        step(() -> ((Engineer) l.get(1)).engineer_info);
    }
}
