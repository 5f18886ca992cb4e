package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.withPolymorphic;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Relations narrowed to a subclass in any, joins and eager loading. */
@ScenarioId("inh.joined.of-type-06")
final class InhJoinedOfType06 extends Scenario {

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

    private static List<Object> machines(List<? extends Employee> all) {
        List<Object> names = new ArrayList<>();
        for (Employee e : all) {
            if (e instanceof Engineer x) {
                names.add(x.machines.stream().map(m -> m.name).toList());
            }
        }
        return names;
    }

    private List<Company> l;

    @Override
    protected void steps() {
        step(() -> s
                .query(Company.class)
                .filter(InhJoinedOfType06_Company_.employees
                        .ofType(Engineer.class)
                        .any(InhJoinedOfType06_Engineer_.status.eq("EE")))
                .all()
                .stream()
                .map(c -> c.name)
                .toList());
        step(() -> s
                .query(Company.class)
                .join(InhJoinedOfType06_Company_.employees.ofType(Engineer.class))
                .filter(InhJoinedOfType06_Engineer_.status.eq("SE"))
                .orderBy(InhJoinedOfType06_Company_.id)
                .all()
                .stream()
                .map(c -> c.name)
                .toList());
        step(() -> {
            s.clear();
            l = s.query(Company.class)
                    .options(joinedLoad(InhJoinedOfType06_Company_.employees.ofType(withPolymorphic(Employee.class))))
                    .orderBy(InhJoinedOfType06_Company_.id)
                    .all();
        });
        step(() -> l.stream()
                .map(c -> list(c.employees.stream().map(e -> extra(e)).toArray()))
                .toList());
        step(() -> {
            s.clear();
            l = s.query(Company.class)
                    .options(selectinLoad(InhJoinedOfType06_Company_.employees.ofType(Engineer.class))
                            .options(selectinLoad(InhJoinedOfType06_Engineer_.machines)))
                    .orderBy(InhJoinedOfType06_Company_.id)
                    .all();
        });
        step(() -> {
            List<Employee> all = new ArrayList<>();
            l.forEach(c -> all.addAll(c.employees));
            return machines(all);
        });
    }
}
