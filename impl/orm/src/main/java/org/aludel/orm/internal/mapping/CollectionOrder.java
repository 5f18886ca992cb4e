package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.schema.Column;
import org.aludel.sql.Ordering;

/** Reads the order of a loaded collection. */
final class CollectionOrder {

    private final MappingProblems problems;

    private final DeclaredAttributes attributes;

    CollectionOrder(MappingProblems problems, DeclaredAttributes attributes) {
        this.problems = problems;
        this.attributes = attributes;
    }

    List<Ordering> of(RelationDeclaration relation) {
        List<Ordering> order = new ArrayList<>();
        for (Ordering ordering : relation.hints.orderings()) {
            order.add(attributes.resolve(ordering));
        }
        for (String text : relation.hints.orderBy()) {
            for (String part : text.split(",")) {
                add(order, relation, part.trim());
            }
        }
        return order;
    }

    private void add(List<Ordering> order, RelationDeclaration relation, String text) {
        String[] words = text.split("\\s+");
        String direction = words.length == 1 ? "asc" : words[1].toLowerCase(Locale.ROOT);
        Column<?> column = requireNonNull(relation.target).column(words[0]);
        if (column == null || words.length > 2 || !direction.equals("asc") && !direction.equals("desc")) {
            problems.add(
                    "ALU-0435",
                    relation.owner.type,
                    relation.name(),
                    "orderBy \"" + text + "\" is not understood; give attributes or columns of " + relation.target
                            + ", each optionally followed by asc or desc");
            return;
        }
        order.add(direction.equals("desc") ? column.desc() : column);
    }
}
