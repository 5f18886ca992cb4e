package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Queries of columns and from a single-table subclass. */
@ScenarioId("inh.single.select-from-13")
final class InhSingleSelectFrom13 extends Scenario {

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
        step(() -> s.query(attribute(Manager.class, "id"), attribute(Manager.class, "id")).all().stream()
                .map(r -> list(r.get(0)))
                .toList());
        step(() -> s.query(count(literal(1))).from(Manager.class).one());
        step(() -> s.query(count(attribute(Engineer.class, "id"))).one());
        step(() -> s.query(InhSingleSelectFrom13_Employee_.id).from(Manager.class).all().stream()
                .map(id -> list(id))
                .toList());
        step(() -> s.query(count(literal(1))).from(aliased(Engineer.class)).one());
        step(() -> list(s.query(Engineer.class).count(), s.query(Employee.class).count()));
        step(() -> s.query(Manager.class)
                .filter(InhSingleSelectFrom13_Manager_.name.eq("kurt"))
                .exists());
    }
}
