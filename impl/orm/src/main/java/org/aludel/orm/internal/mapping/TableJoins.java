package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** Finds what connects the table of a joined subclass with those of its superclass. */
final class TableJoins {

    private final MappingProblems problems;
    private final DeclaredAttributes attributes;

    TableJoins(MappingProblems problems, DeclaredAttributes attributes) {
        this.problems = problems;
        this.attributes = attributes;
    }

    /** The condition, given or from the foreign key; null if there is none or it is not clear, which is reported. */
    @Nullable
    Expr<Boolean> condition(ClassDeclaration declaration, EntityMapper above, Table table) {
        Expr<Boolean> given = declaration.mapping.options().inheritCondition();
        if (given != null) {
            return attributes.resolve(given);
        }
        List<TableLink> links = links(above, table);
        if (links.size() != 1) {
            if (!declaration.broken) {
                problems.add(
                        "ALU-0456",
                        declaration.type,
                        (links.isEmpty() ? "no foreign key leads" : "several foreign keys lead") + " from table "
                                + table.name() + " to " + above.place()
                                + ", which " + above.name() + " is mapped to; "
                                + (links.isEmpty() ? "declare one" : "mark the one to follow as the primary key")
                                + ", or give the condition with inherits(" + above.name() + ".class, condition)");
            }
            return null;
        }
        return equal(links.get(0));
    }

    /** Foreign keys to the superclass's tables; where several lead there, the one that is the primary key. */
    private static List<TableLink> links(EntityMapper above, Table table) {
        List<TableLink> links = new ArrayList<>();
        for (TableLink link : TableLink.of(table)) {
            if (above.hasTable(link.to()) && link.to() != table) {
                links.add(link);
            }
        }
        if (links.size() > 1) {
            List<TableLink> byKey = links.stream()
                    .filter(link -> table.primaryKey().containsAll(link.columns()))
                    .toList();
            return byKey.isEmpty() ? links : byKey;
        }
        return links;
    }

    private static Expr<Boolean> equal(TableLink link) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < link.columns().size(); i++) {
            parts.add(link.referred().get(i).eqAny(link.columns().get(i)));
        }
        return Junction.of(Operator.AND, parts);
    }

    /** The superclass's column that a condition makes equal to one; null if it makes none. */
    static @Nullable Column<?> inherited(EntityMapper above, Column<?> column, Expr<Boolean> condition) {
        for (ColumnEqualities.Equality equality : ColumnEqualities.of(condition).all()) {
            Column<?> other = equality.other(column);
            if (other != null && above.findColumn(other) != null) {
                return other;
            }
        }
        return null;
    }
}
