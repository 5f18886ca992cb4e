package org.aludel.orm.internal.mapping;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.Unresolved;
import org.jspecify.annotations.Nullable;

/**
 * Makes an expression speak of another occurrence of a table: each column of the table becomes the same column of the
 * occurrence. Attributes are resolved on the way. Parameters stay the same objects, because their places in the
 * statement are found by identity.
 *
 * <p>Works once per compiled statement, so nodes are taken apart and rebuilt by reflection on their record components.
 */
public final class ClauseAdaption {

    private final Resolver resolver;
    private final @Nullable FromItem table;
    private final @Nullable FromItem occurrence;

    /** The table, or each side of a join. */
    private final Set<FromItem> leaves = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<FromItem> others = new LinkedHashSet<>();

    /**
     * @param resolver resolves attributes
     * @param table the table whose columns are replaced
     * @param occurrence what takes its place; the table itself to resolve attributes only
     */
    public ClauseAdaption(Resolver resolver, FromItem table, FromItem occurrence) {
        this.resolver = resolver;
        this.table = table;
        this.occurrence = occurrence;
        addLeaves(table);
    }

    /** Resolves attributes only. */
    public ClauseAdaption(Resolver resolver) {
        this.resolver = resolver;
        this.table = null;
        this.occurrence = null;
    }

    private void addLeaves(FromItem item) {
        leaves.add(item);
        if (item instanceof Join join) {
            addLeaves(join.left());
            addLeaves(join.right());
        }
    }

    /** The adapted expression. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> adapt(Expr<T> expression) {
        return (Expr<T>) adaptObject(expression);
    }

    /** The adapted order. */
    public Ordering adapt(Ordering ordering) {
        return (Ordering) adaptObject(ordering);
    }

    /** What columns seen so far belong to, besides the table itself. */
    public Set<FromItem> others() {
        return others;
    }

    private Object adaptObject(Object node) {
        if (node instanceof Column<?> column) {
            return adaptColumn(column);
        }
        if (node instanceof Unresolved<?> unresolved) {
            Expr<?> resolved = unresolved.resolve(resolver);
            return resolved == null ? node : adaptObject(resolved);
        }
        if (node == table && occurrence != null) {
            return occurrence;
        }
        if (node instanceof Select select) {
            return adaptSelect(select);
        }
        if (node instanceof CompoundSelect compound) {
            return adaptCompound(compound);
        }
        if (node instanceof Join join) {
            Expr<Boolean> on = join.on();
            return new Join(
                    join.kind(),
                    (FromItem) adaptObject(join.left()),
                    (FromItem) adaptObject(join.right()),
                    on == null ? null : adapt(on));
        }
        if (node instanceof Record && (node instanceof Ordering || isPart(node))) {
            return adaptRecord(node);
        }
        return node;
    }

    /** Whether an object is a piece of a node, as a branch of CASE is. */
    private static boolean isPart(Object object) {
        Class<?> enclosing = object.getClass().getEnclosingClass();
        return enclosing != null && Expr.class.isAssignableFrom(enclosing);
    }

    private Column<?> adaptColumn(Column<?> column) {
        FromItem owner = column.owner();
        if (owner != null && occurrence != null && leaves.contains(owner)) {
            return occurrence == table ? column : occurrence.c(column);
        }
        if (owner != null) {
            others.add(owner);
        }
        return column;
    }

    private Object adaptRecord(Object node) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(node);
                values[i] = adaptValue(value);
                changed |= values[i] != value;
            }
            return changed ? rebuild(node.getClass(), components, values) : node;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a part of " + node + " could not be read", e);
        } catch (ReflectiveOperationException e) {
            throw new CompileException(
                    "ALU-0446",
                    "an expression could not be rebuilt for another occurrence of a table; where: "
                            + node.getClass().getName() + " on " + (table == null ? "the mapped tables" : table.label())
                            + "; what to do: make the record and its constructor public",
                    e);
        }
    }

    private @Nullable Object adaptValue(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value == null ? null : adaptObject(value);
        }
        List<Object> adapted = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object other = adaptObject(element);
            adapted.add(other);
            changed |= other != element;
        }
        return changed ? List.copyOf(adapted) : list;
    }

    private static Object rebuild(Class<?> type, RecordComponent[] components, @Nullable Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = components[i].getType();
        }
        Constructor<?> canonical = type.getDeclaredConstructor(parameters);
        return canonical.newInstance(values);
    }

    private Select adaptSelect(Select select) {
        return select.mapParts(part -> (Node) adaptObject(part));
    }

    private QueryExpression adaptCompound(CompoundSelect compound) {
        List<QueryExpression> members = new ArrayList<>();
        boolean changed = false;
        for (QueryExpression member : compound.members()) {
            QueryExpression adapted = (QueryExpression) adaptObject(member);
            members.add(adapted);
            changed |= adapted != member;
        }
        if (!changed) {
            return compound;
        }
        CompoundSelect adapted = compound.withMembers(members).unordered();
        for (Ordering ordering : compound.orderBy()) {
            adapted = adapted.orderBy(adapt(ordering));
        }
        return adapted;
    }
}
