package org.aludel.itests.corpus.orm.inh;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Polymorphic members of a relation. */
@ScenarioId("inh.relationship-poly-19")
final class InhRelationshipPoly19 extends Scenario {

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

    private Company c;

    @Override
    protected void steps() {
        step(() -> {
            c = s.get(Company.class, 1);
            return c.employees.stream().map(e -> e.getClass().getSimpleName()).toList();
        });
        step(() -> {
            c.employees.add(with(new Manager(), x -> {
                x.name = "new boss";
                x.title = "vp";
            }));
            s.flush();
        });
        step(() -> s.get(Engineer.class, 5).company.name);
        step(() -> s.query(Company.class)
                .filter(InhRelationshipPoly19_Company_.employees.any(InhRelationshipPoly19_Employee_.name.eq("vlad")))
                .one()
                .id);
        step(() -> s.query(Employee.class)
                .filter(InhRelationshipPoly19_Employee_.company.has(InhRelationshipPoly19_Company_.name.eq("c2")))
                .orderBy(InhRelationshipPoly19_Employee_.id)
                .all());
    }
}
