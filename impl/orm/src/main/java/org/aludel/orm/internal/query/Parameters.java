package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.Text;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** Puts the values of named parameters into the parts of a query. */
final class Parameters {

    private final MapperRegistry registry;
    private final Map<String, @Nullable Object> values;

    private Parameters(MapperRegistry registry, Map<String, @Nullable Object> values) {
        this.registry = registry;
        this.values = values;
    }

    /** The parts with their parameters' values. */
    static QueryParts given(MapperRegistry registry, QueryParts parts) {
        if (parts.params.isEmpty()) {
            return parts;
        }
        Parameters parameters = new Parameters(registry, parts.params);
        return parts.with(copy -> {
            List<Selectable> selected = new ArrayList<>();
            parts.selected.forEach(part ->
                    selected.add(part instanceof Expr<?> expression ? parameters.expression(expression) : part));
            copy.selected = selected;
            copy.where = parameters.all(parts.where);
            copy.having = parameters.all(parts.having);
            List<Expr<?>> groups = new ArrayList<>();
            parts.groupBy.forEach(each -> groups.add(parameters.expression(each)));
            copy.groupBy = groups;
            List<Ordering> orders = new ArrayList<>();
            parts.orderBy.forEach(each -> orders.add(parameters.ordering(each)));
            copy.orderBy = orders;
            List<JoinStep> joins = new ArrayList<>();
            parts.joins.forEach(each -> joins.add(parameters.join(each)));
            copy.joins = joins;
            Statement statement = parts.statement;
            copy.statement = statement == null ? null : parameters.node(statement);
        });
    }

    private List<Expr<Boolean>> all(List<Expr<Boolean>> expressions) {
        List<Expr<Boolean>> all = new ArrayList<>();
        expressions.forEach(each -> all.add(expression(each)));
        return all;
    }

    private <T> Expr<T> expression(Expr<T> expression) {
        return holds(expression) ? node(new ClauseAdaption(registry).adapt(expression)) : expression;
    }

    private Ordering ordering(Ordering ordering) {
        return holds(ordering) ? (Ordering) node((Node) new ClauseAdaption(registry).adapt(ordering)) : ordering;
    }

    private JoinStep join(JoinStep step) {
        if (step instanceof JoinStep.ByCondition join) {
            Expr<Boolean> on = join.on();
            return on == null ? join : new JoinStep.ByCondition(join.target(), expression(on), join.kind());
        }
        return step;
    }

    /** Whether a parameter may be in it: what is resolved late is not looked into. */
    private boolean holds(Object object) {
        if (!(object instanceof Node node)) {
            return false;
        }
        boolean[] found = {false};
        Traversal.walk(
                node,
                each -> found[0] |= each instanceof BindParameter<?> bind && isGiven(bind)
                        || each instanceof org.aludel.orm.RelationCondition);
        return found[0];
    }

    private boolean isGiven(BindParameter<?> bind) {
        return bind.name() != null && values.containsKey(bind.name());
    }

    private <N extends Node> N node(N root) {
        return Traversal.replace(root, node -> {
            if (node instanceof BindParameter<?> bind && isGiven(bind)) {
                return value(bind);
            }
            return node instanceof Text text ? text(text) : node;
        });
    }

    private BindParameter<?> value(BindParameter<?> bind) {
        Object value = values.get(bind.name());
        return bind.isExpanding() && value instanceof List<?> list
                ? BindParameter.list(bind.type(), list)
                : BindParameter.of(bind.type(), value);
    }

    private Text text(Text text) {
        Text bound = text;
        for (Object piece : text.pieces()) {
            if (piece instanceof BindParameter<?> bind && isGiven(bind)) {
                String name = Objects.requireNonNull(bind.name());
                bound = bound.bind(name, values.get(name));
            }
        }
        return bound;
    }
}
