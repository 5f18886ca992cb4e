package org.aludel.sql.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Goes through statements and expressions, and makes others of them: nodes are immutable, so what holds a replaced part is
 * made anew, and the rest is shared.
 *
 * <pre>{@code
 * Condition onAlias = Traversal.adapt(users.c("name").eq("ed"), users.as("u"));       // u.name = ?
 * Node other = Traversal.replace(statement, node -> node == users ? people : node);
 * }</pre>
 *
 * @since 0.1
 */
public final class Traversal {

    private final UnaryOperator<Node> replacement;
    private final Map<Node, Node> known = new IdentityHashMap<>();

    private Traversal(UnaryOperator<Node> replacement) {
        this.replacement = replacement;
    }

    /** Gives a node and all that is in it, subqueries included, each before its parts. */
    public static void walk(Node root, Consumer<? super Node> action) {
        walk(root, action, new IdentityHashMap<>());
    }

    private static void walk(Node node, Consumer<? super Node> action, Map<Node, Boolean> seen) {
        if (node instanceof FromItem && seen.put(node, Boolean.TRUE) != null) {
            return;
        }
        action.accept(node);
        node.forEachChild(child -> walk(child, action, seen));
        if (node instanceof Column<?> column && column.owner() != null) {
            walk(column.owner(), action, seen);
        }
    }

    /** Whether two nodes compile to the same SQL, whatever their values are. */
    public static boolean isSameStructure(Node one, Node other) {
        return one == other
                || StructureWriter.structureOf(one)
                        .key()
                        .equals(StructureWriter.structureOf(other).key());
    }

    /**
     * The same tree with parts replaced. The function gets each node; what it does not change is gone into.
     *
     * @throws ArgumentException ALU-0164 if a construct of the program's own can't be made anew
     */
    @SuppressWarnings("unchecked")
    public static <N extends Node> N replace(N root, UnaryOperator<Node> replacement) {
        return (N) new Traversal(replacement).visit(root);
    }

    /** The same expression on another occurrence: each column for which the target has one becomes that one. */
    public static <N extends Node> N adapt(N root, FromItem target) {
        return replace(root, node -> {
            if (node instanceof Column<?> column && column.owner() != target) {
                Column<?> found = target.correspondingColumn(column);
                return found == null ? node : found;
            }
            return node;
        });
    }

    private Node visit(Node node) {
        Node done = known.get(node);
        if (done != null) {
            return done;
        }
        Node other = replacement.apply(node);
        Node result = other != node ? other : inside(node);
        known.put(node, result);
        return result;
    }

    private Node inside(Node node) {
        if (node instanceof Column<?> column) {
            return column(column);
        }
        if (node instanceof Select select) {
            return changes(node) ? select.mapParts(this::visit) : select;
        }
        if (node instanceof CompoundSelect compound) {
            return compound(compound);
        }
        if (node instanceof Join join) {
            return join(join);
        }
        if (node instanceof TableAlias alias) {
            return alias(alias);
        }
        return node.getClass().isRecord() ? record(node) : opaque(node);
    }

    private Node column(Column<?> column) {
        FromItem owner = column.owner();
        if (owner == null || owner instanceof Table && replacement.apply(owner) == owner) {
            return column;
        }
        Node other = visit(owner);
        if (other == owner || !(other instanceof FromItem item)) {
            return column;
        }
        int place = owner.columns().indexOf(column);
        Column<?> found = item.correspondingColumn(column);
        return found != null
                ? found
                : place >= 0 && place < item.columns().size() && !(other instanceof Join)
                        ? item.columns().get(place)
                        : item.c(column.key());
    }

    private boolean changes(Node node) {
        boolean[] changed = {false};
        node.forEachChild(child -> changed[0] |= visit(child) != child);
        return changed[0];
    }

    private Node compound(CompoundSelect compound) {
        List<QueryExpression> members = new ArrayList<>();
        boolean changed = false;
        for (QueryExpression member : compound.members()) {
            QueryExpression other = (QueryExpression) visit(member);
            members.add(other);
            changed |= other != member;
        }
        return changed ? compound.withMembers(members) : compound;
    }

    private Node join(Join join) {
        FromItem left = (FromItem) visit(join.left());
        FromItem right = (FromItem) visit(join.right());
        Expr<Boolean> on = join.on();
        Expr<Boolean> newOn = on == null ? null : same(on);
        return left == join.left() && right == join.right() && newOn == on
                ? join
                : new Join(join.kind(), left, right, newOn);
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N same(N node) {
        return (N) visit(node);
    }

    private Node alias(TableAlias alias) {
        Node element = visit(alias.element());
        return element == alias.element() ? alias : alias.of(element);
    }

    private Node opaque(Node node) {
        if (changes(node)) {
            throw new ArgumentException(
                    "ALU-0164",
                    "a part can't be replaced inside of this; where: "
                            + node.getClass().getName()
                            + "; what to do: make it a public record, or replace it as a whole");
        }
        return node;
    }

    private Node record(Node node) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(node);
                values[i] = value(value);
                types[i] = components[i].getType();
                changed |= values[i] != value;
            }
            if (!changed) {
                return node;
            }
            Constructor<?> canonical = node.getClass().getDeclaredConstructor(types);
            return (Node) canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a part of " + node + " could not be read", e);
        } catch (ReflectiveOperationException e) {
            return opaque(node);
        }
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof Node node) {
            return visit(node);
        }
        if (value instanceof Case.Branch branch) {
            Expr<?> condition = same(branch.condition());
            Expr<?> result = same(branch.result());
            return condition == branch.condition() && result == branch.result()
                    ? branch
                    : new Case.Branch(condition, result);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> others = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object other = value(element);
            others.add(other);
            changed |= other != element;
        }
        return changed ? List.copyOf(others) : list;
    }
}
