package org.aludel.itests.corpus.orm.inh;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Querying a subclass joins to the base table. */
@ScenarioId("inh.joined.subclass-04")
final class InhJoinedSubclass04 extends Scenario {

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
        step(() -> s.query(Engineer.class)
                .filter(InhJoinedSubclass04_Engineer_.status.eq("SE"))
                .orderBy(InhJoinedSubclass04_Engineer_.name)
                .all());
        step(() -> s.get(Engineer.class, 1).status);
        step(() -> s.query(Manager.class)
                .filter(InhJoinedSubclass04_Manager_.name.eq("pointy"), InhJoinedSubclass04_Manager_.title.eq("boss"))
                .one()
                .id);
        step(() -> s.query(InhJoinedSubclass04_Engineer_.name, InhJoinedSubclass04_Engineer_.status)
                .orderBy(InhJoinedSubclass04_Engineer_.id)
                .all());
    }
}
