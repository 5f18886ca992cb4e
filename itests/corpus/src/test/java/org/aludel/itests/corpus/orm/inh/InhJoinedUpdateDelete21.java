package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.set;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Bulk update on joined subclasses. */
@ScenarioId("inh.joined.update-delete-21")
final class InhJoinedUpdateDelete21 extends Scenario {

    @Mapped(table = "companies")
    static class Company {
        @Id
        Integer id;

        String name;

        @Relationship(backref = "company", orderBy = "id")
        List<Employee> employees = new ArrayList<>();
    }

    @Mapped(table = "employees", discriminator = "type", identity = "employee")
    static class Employee {
        @Id
        Integer id;

        @References("companies.id")
        Integer company_id;

        String name;
        String type;

        @Relationship
        Company company;
    }

    @Mapped(table = "engineers", identity = "engineer")
    static class Engineer extends Employee {
        String status;

        @Relationship(orderBy = "id")
        List<Machine> machines = new ArrayList<>();
    }

    @Mapped(table = "managers", identity = "manager")
    static class Manager extends Employee {
        String title;
    }

    @Mapped(table = "machines")
    static class Machine {
        @Id
        Integer id;

        String name;

        @References("engineers.id")
        Integer engineer_id;
    }

    @Override
    protected void steps() {
        step(() -> s.query(Employee.class)
                .filter(InhJoinedUpdateDelete21_Employee_.name.eq("bob"))
                .update(set(InhJoinedUpdateDelete21_Employee_.name, "bobby")));
        step(() -> s.query(Engineer.class)
                .filter(InhJoinedUpdateDelete21_Engineer_.id.eq(1))
                .update(set(InhJoinedUpdateDelete21_Engineer_.status, "ZZ")));
        step(() -> s.commit());
    }
}
