package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;

/**
 * The rows that a bulk statement is about, where its query looks at other tables besides those of the class: as tables and
 * conditions for {@code UPDATE ... FROM} and {@code DELETE ... USING}, or as a SELECT of their keys.
 */
final class BulkRows {

    private final MapperRegistry registry;
    private final EntityMapper mapper;
    private final QueryCompiler compiler;
    private final Set<FromItem> others = new LinkedHashSet<>();
    private final List<Expr<Boolean>> conditions = new ArrayList<>();
    private boolean flat = true;

    /** @param compiler of the query, which selects the class alone */
    BulkRows(MapperRegistry registry, EntityMapper mapper, QueryCompiler compiler) {
        this.registry = registry;
        this.mapper = mapper;
        this.compiler = compiler;
        for (FromItem from : compiler.froms()) {
            flatten(from);
        }
        for (Expr<Boolean> condition : compiler.conditions()) {
            Expr<Boolean> resolved = new ClauseAdaption(registry).adapt(condition);
            conditions.add(resolved);
            collect(resolved);
        }
    }

    private void flatten(FromItem item) {
        if (!(item instanceof Join join)) {
            add(item);
            return;
        }
        flat &= join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.CROSS;
        flatten(join.left());
        flatten(join.right());
        Expr<Boolean> on = join.on();
        if (on != null) {
            conditions.add(new ClauseAdaption(registry).adapt(on));
        }
    }

    /** Notes the tables that an expression speaks of outside of its subqueries. */
    private void collect(Node node) {
        if (node instanceof QueryExpression) {
            return;
        }
        if (node instanceof Column<?> column && column.owner() != null) {
            add(column.owner());
        }
        node.forEachChild(this::collect);
    }

    private void add(FromItem item) {
        boolean own = item instanceof Table table && List.of(mapper.tables()).contains(table);
        if (!own) {
            others.add(item);
        }
    }

    /** Notes what a value that is set speaks of. */
    void lookAt(Expr<?> value) {
        collect(new ClauseAdaption(registry).adapt(value));
    }

    /** Whether other tables than those of the class take part. */
    boolean hasOthers() {
        return !others.isEmpty();
    }

    /** Whether the tables besides, and conditions alone, say which rows are meant: no outer join takes part. */
    boolean isFlat() {
        return flat;
    }

    List<FromItem> others() {
        return List.copyOf(others);
    }

    /** What rows must meet, what joins demand included. */
    List<Expr<Boolean>> conditions() {
        return conditions;
    }

    /** Some columns of the rows that are meant. */
    Select select(List<? extends Column<?>> columns) {
        return compiler.selecting(columns);
    }
}
