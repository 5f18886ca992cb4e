package org.aludel.itests.corpus.orm.inh;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.literal;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** A CASE expression tells the classes. */
@ScenarioId("inh.poly-on-expr-22")
final class InhPolyOnExpr22 extends Scenario {

    @Mapped(table = "employee")
    static class Employee {
        @Id
        Integer id;

        Integer kind;

        @Configures
        static void configure(ClassMapping<Employee> mapping) {
            mapping.polymorphicOn(case_(InhPolyOnExpr22_Employee_.kind.gt(10), literal("manager"))
                            .otherwise(literal("employee")))
                    .identity("employee");
        }
    }

    @Mapped(identity = "manager")
    static class Manager extends Employee {}

    @Override
    protected void steps() {
        step(() -> s.query(Employee.class).orderBy(InhPolyOnExpr22_Employee_.id).all().stream()
                .map(e -> e.getClass().getSimpleName())
                .toList());
        step(() -> s.query(Manager.class).count());
    }
}
