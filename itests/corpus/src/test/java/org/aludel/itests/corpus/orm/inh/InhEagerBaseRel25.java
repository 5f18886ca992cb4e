package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.selectinPolymorphic;
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

/** Eager loading of a relation of a subclass in a query of the base. */
@ScenarioId("inh.eager-base-rel-25")
final class InhEagerBaseRel25 extends Scenario {

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

    private static List<Object> machines(List<? extends Employee> all) {
        List<Object> names = new ArrayList<>();
        for (Employee e : all) {
            if (e instanceof Engineer x) {
                names.add(x.machines.stream().map(m -> m.name).toList());
            }
        }
        return names;
    }

    private List<Employee> l;

    @Override
    protected void steps() {
        step(() -> {
            Alias<Employee> wp = withPolymorphic(Employee.class, Engineer.class);
            return machines(s.query(wp)
                    .options(joinedLoad(InhEagerBaseRel25_Engineer_.machines))
                    .orderBy(wp.get(InhEagerBaseRel25_Employee_.id))
                    .all());
        });
        step(() -> {
            s.clear();
            l = s.query(Employee.class)
                    .options(
                            selectinPolymorphic(Employee.class, Engineer.class),
                            selectinLoad(InhEagerBaseRel25_Engineer_.machines))
                    .orderBy(InhEagerBaseRel25_Employee_.id)
                    .all();
        });
        step(() -> machines(l));
    }
}
