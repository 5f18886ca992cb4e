package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.inlineSubclasses;
import static org.aludel.orm.Orm.withPolymorphic;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** All subclasses in one query with outer joins. */
@ScenarioId("inh.joined.with-polymorphic-star-02")
final class InhJoinedWithPolymorphicStar02 extends Scenario {

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

    private static String extra(Employee e) {
        return e instanceof Engineer x ? x.status : e instanceof Manager y ? y.title : null;
    }

    private List<Employee> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(Employee.class)
                    .options(inlineSubclasses(Employee.class))
                    .orderBy(InhJoinedWithPolymorphicStar02_Employee_.id)
                    .all();
        });
        step(() -> list(l.stream().map(e -> extra(e)).toArray()));
        step(() -> {
            s.clear();
            Alias<Employee> wp = withPolymorphic(Employee.class);
            l = s.query(wp)
                    .orderBy(wp.get(InhJoinedWithPolymorphicStar02_Employee_.id))
                    .all();
            return l.stream().map(e -> e.getClass().getSimpleName()).toList();
        });
    }
}
