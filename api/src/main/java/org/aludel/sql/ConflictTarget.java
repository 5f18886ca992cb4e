package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Constraint;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Which conflicts an ON CONFLICT is about: those with a unique index over some columns or expressions, those with a named
 * constraint, or any.
 *
 * <pre>{@code
 * users.insert().set(name, "ed").onConflictDoNothing(ConflictTarget.columns("email"));
 * users.insert().set(name, "ed").onConflictDoUpdate(ConflictTarget.constraint("uq_email"), Map.of("name", "ed"));
 * }</pre>
 *
 * @since 0.1
 */
public final class ConflictTarget {

    /** Any conflict at all. */
    public static final ConflictTarget ANY = new ConflictTarget(null, List.of(), List.of(), null);

    private final @Nullable String constraint;
    private final List<String> keys;
    private final List<Expr<?>> elements;
    private final @Nullable Expr<Boolean> indexWhere;

    private ConflictTarget(
            @Nullable String constraint,
            List<String> keys,
            List<Expr<?>> elements,
            @Nullable Expr<Boolean> indexWhere) {
        this.constraint = constraint;
        this.keys = keys;
        this.elements = elements;
        this.indexWhere = indexWhere;
    }

    /** Conflicts with the unique index over columns of the table, named by their keys. */
    public static ConflictTarget columns(String... keys) {
        return new ConflictTarget(null, List.of(keys), List.of(), null);
    }

    /** Conflicts with the unique index over columns or expressions. */
    public static ConflictTarget elements(Expr<?>... elements) {
        return new ConflictTarget(null, List.of(), List.of(elements), null);
    }

    /** Conflicts with a constraint of this name. */
    public static ConflictTarget constraint(String name) {
        return new ConflictTarget(name, List.of(), List.of(), null);
    }

    /**
     * Conflicts with a constraint; one without a name is known by its columns.
     *
     * @throws ArgumentException ALU-0170 if it has neither
     */
    public static ConflictTarget constraint(Constraint constraint) {
        String name = constraint.name();
        if (name != null) {
            return constraint(name);
        }
        if (constraint instanceof PrimaryKey key) {
            return new ConflictTarget(null, key.columns(), List.of(), null);
        }
        if (constraint instanceof org.aludel.schema.UniqueConstraint unique) {
            return new ConflictTarget(null, unique.columns(), List.of(), null);
        }
        throw new ArgumentException(
                "ALU-0170",
                "a conflict can't be found by this constraint; where: " + constraint
                        + "; what to do: name the constraint, or give the columns of a unique index");
    }

    /** The same for a partial index. */
    public ConflictTarget where(Expr<Boolean> condition) {
        return new ConflictTarget(constraint, keys, elements, condition);
    }

    /** Name of the constraint; null if the target is none. */
    public @Nullable String constraint() {
        return constraint;
    }

    /** Columns or expressions of the index; empty if the target is no index. */
    public List<Expr<?>> elements() {
        return elements;
    }

    /** Condition of a partial index; null if there is none. */
    public @Nullable Expr<Boolean> indexWhere() {
        return indexWhere;
    }

    /** Whether any conflict is meant. */
    public boolean isAny() {
        return constraint == null && keys.isEmpty() && elements.isEmpty();
    }

    /** The same with the columns of a table in place of their keys. */
    ConflictTarget of(Table table) {
        if (keys.isEmpty()) {
            return this;
        }
        List<Expr<?>> columns = new ArrayList<>(keys.size());
        for (String key : keys) {
            columns.add(table.c(key));
        }
        return new ConflictTarget(constraint, List.of(), List.copyOf(columns), indexWhere);
    }

    /** Gives the expressions. */
    public void forEachChild(Consumer<? super Node> action) {
        elements.forEach(action);
        if (indexWhere != null) {
            action.accept(indexWhere);
        }
    }

    /** Writes what changes the SQL besides the expressions. */
    public void writeAtoms(StructureWriter writer) {
        writer.atom(constraint);
        writer.atom(elements.size());
        writer.atom(indexWhere == null);
    }
}
