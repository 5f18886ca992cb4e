package org.aludel.itests.corpus.orm.inh;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
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

/** Joins along relations of joined subclasses. */
@ScenarioId("inh.joined.aliased-join-20")
final class InhJoinedAliasedJoin20 extends Scenario {

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
                .join(InhJoinedAliasedJoin20_Engineer_.machines)
                .filter(InhJoinedAliasedJoin20_Machine_.name.eq("Mac"))
                .one()
                .name);
        step(() -> s.query(InhJoinedAliasedJoin20_Company_.name, InhJoinedAliasedJoin20_Machine_.name)
                .from(Company.class)
                .join(InhJoinedAliasedJoin20_Company_.employees.ofType(Engineer.class))
                .join(InhJoinedAliasedJoin20_Engineer_.machines)
                .orderBy(InhJoinedAliasedJoin20_Machine_.id)
                .all());
        step(() -> {
            Alias<Engineer> ea = aliased(Engineer.class);
            return s.query(InhJoinedAliasedJoin20_Company_.name, ea.get(InhJoinedAliasedJoin20_Employee_.name))
                    .join(InhJoinedAliasedJoin20_Company_.employees.ofType(ea))
                    .filter(ea.get(InhJoinedAliasedJoin20_Engineer_.status).eq("SE"))
                    .orderBy(ea.get(InhJoinedAliasedJoin20_Employee_.id))
                    .all();
        });
        step(() -> s
                .query(attribute(Engineer.class, "name"))
                .outerJoin(InhJoinedAliasedJoin20_Engineer_.machines)
                .filter(InhJoinedAliasedJoin20_Machine_.id.isNull())
                .orderBy(InhJoinedAliasedJoin20_Engineer_.id)
                .all()
                .stream()
                .map(n -> list(n))
                .toList());
        step(() -> {
            Alias<Employee> fa = withPolymorphic(Employee.class, Engineer.class);
            return s.query(
                            fa.get(InhJoinedAliasedJoin20_Employee_.name),
                            fa.as(Engineer.class).get(InhJoinedAliasedJoin20_Engineer_.status))
                    .orderBy(fa.get(InhJoinedAliasedJoin20_Employee_.id))
                    .all();
        });
    }
}
