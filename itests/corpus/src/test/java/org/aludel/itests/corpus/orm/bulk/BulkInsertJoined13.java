package org.aludel.itests.corpus.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Bulk_insert_mappings with joined inheritance. */
@ScenarioId("bulk.insert-joined-13")
final class BulkInsertJoined13 extends Scenario {

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
        step(() -> s.bulkInsertMappings(
                Engineer.class,
                List.of(
                        Map.of("id", 1, "type", "engineer", "name", "a", "status", "x"),
                        Map.of("id", 2, "type", "engineer", "name", "b", "status", "y"))));
        step(() -> s.commit());
        step(() -> s.query(Employee.class).orderBy(BulkInsertJoined13_Employee_.id).all().stream()
                .map(e -> list(e.getClass().getSimpleName(), e.name))
                .toList());
    }
}
