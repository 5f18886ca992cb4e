package org.aludel.itests.corpus.orm.inh;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Order of a flush and partial updates across the tables of one object. */
@ScenarioId("inh.joined.persist-05")
final class InhJoinedPersist05 extends Scenario {

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

    private Engineer e;
    private Manager m;
    private Employee b;

    @Override
    protected void steps() {
        step(() -> {
            e = with(new Engineer(), x -> {
                x.name = "new";
                x.status = "XX";
            });
            m = with(new Manager(), x -> {
                x.name = "mgr";
                x.title = "t";
            });
            b = with(new Employee(), x -> x.name = "plain");
            s.addAll(List.of(e, m, b));
            s.flush();
        });
        step(() -> list(e.type, m.type, b.type));
        step(() -> {
            e.status = "YY";
            s.flush();
        });
        step(() -> {
            e.name = "renamed";
            s.flush();
        });
        step(() -> {
            e.name = "x";
            e.status = "y";
            s.flush();
        });
        step(() -> {
            s.delete(e);
            s.delete(m);
            s.flush();
        });
        step(() -> s.commit());
    }
}
