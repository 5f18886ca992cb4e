package org.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.engine.DefaultContext;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.NextValue;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column: of a table, of an alias or subquery, or by itself. Immutable; the methods that define it give a new column.
 *
 * <pre>{@code
 * column("email", string(60)).key("mail").unique()
 * }</pre>
 *
 * @param <T> Java type of the values
 * @since 0.1
 */
public final class Column<T> implements Expr<T>, TableItem {

    private final String name;
    private final String key;
    private final Type<T> type;
    private final @Nullable FromItem owner;
    private final @Nullable Column<?> origin;
    private final ColumnTraits traits;

    private Column(
            String name,
            String key,
            Type<T> type,
            @Nullable FromItem owner,
            @Nullable Column<?> origin,
            ColumnTraits traits) {
        this.name = name;
        this.key = key;
        this.type = type;
        this.owner = owner;
        this.origin = origin;
        this.traits = traits;
    }

    /** A column of a name and type. */
    public static <T> Column<T> of(String name, Type<T> type) {
        return new Column<>(name, name, type, null, null, new ColumnTraits());
    }

    // ---- definition

    /** Part of the primary key. */
    public Column<T> primaryKey() {
        return with(traits -> traits.primaryKey = true);
    }

    public Column<T> notNull() {
        return with(traits -> traits.nullable = false);
    }

    public Column<T> nullable() {
        return with(traits -> traits.nullable = true);
    }

    /** No two rows have the same value. */
    public Column<T> unique() {
        return with(traits -> traits.unique = true);
    }

    /** With an index of its own. */
    public Column<T> indexed() {
        return with(traits -> traits.indexed = true);
    }

    /** The name by which programs know the column, where it differs from the database's. */
    public Column<T> key(String key) {
        return new Column<>(name, key, type, owner, origin, traits);
    }

    /**
     * Refers to a column, as {@code table.column} or {@code schema.table.column}, which is looked up when needed.
     */
    public Column<T> references(String target, ForeignKeyOption... options) {
        return referring(new ColumnTraits.Reference(target, null, ForeignKeyOption.merged(options)));
    }

    /** Refers to a column. */
    public Column<T> references(Column<?> target, ForeignKeyOption... options) {
        return referring(new ColumnTraits.Reference(null, target, ForeignKeyOption.merged(options)));
    }

    private Column<T> referring(ColumnTraits.Reference reference) {
        return with(traits -> {
            List<ColumnTraits.Reference> all = new ArrayList<>(traits.references);
            all.add(reference);
            traits.references = List.copyOf(all);
        });
    }

    /** The value that an insert gives when none is set. */
    public Column<T> defaultValue(T value) {
        return with(traits -> traits.onInsert = new ColumnDefault.Value(type.coerce(value)));
    }

    /** The value that an insert computes for each row when none is set. */
    public Column<T> defaultFrom(Supplier<? extends @Nullable T> supplier) {
        return with(traits -> traits.onInsert = new ColumnDefault.Computed(supplier));
    }

    /** The value that an insert computes from the other values of a row when none is set. */
    public Column<T> defaultWithContext(Function<? super DefaultContext, ? extends @Nullable T> function) {
        return with(traits -> traits.onInsert = new ColumnDefault.Contextual(function));
    }

    /** The expression that an insert writes when no value is set. */
    public Column<T> defaultExpression(Expr<?> expression) {
        return with(traits -> traits.onInsert = new ColumnDefault.Expression(expression));
    }

    /** Takes the next value of a sequence when no value is set. */
    public Column<T> sequence(Sequence sequence) {
        return defaultExpression(new NextValue(sequence));
    }

    /** The value that an update gives when none is set. */
    public Column<T> onUpdateValue(T value) {
        return with(traits -> traits.onUpdate = new ColumnDefault.Value(type.coerce(value)));
    }

    /** The value that an update computes when none is set. */
    public Column<T> onUpdateFrom(Supplier<? extends @Nullable T> supplier) {
        return with(traits -> traits.onUpdate = new ColumnDefault.Computed(supplier));
    }

    /** The value that an update computes from the other values of a row when none is set. */
    public Column<T> onUpdateWithContext(Function<? super DefaultContext, ? extends @Nullable T> function) {
        return with(traits -> traits.onUpdate = new ColumnDefault.Contextual(function));
    }

    /** The expression that an update writes when no value is set. */
    public Column<T> onUpdateExpression(Expr<?> expression) {
        return with(traits -> traits.onUpdate = new ColumnDefault.Expression(expression));
    }

    /** DEFAULT of the database, as text that becomes a quoted string. */
    public Column<T> serverDefault(String value) {
        return with(traits -> traits.serverDefault = value);
    }

    /** DEFAULT of the database, as an expression: {@code serverDefault(text("now()"))}. */
    public Column<T> serverDefault(Expr<?> expression) {
        return with(traits -> traits.serverDefault = expression);
    }

    /** Whether the database generates the values; a single integer key does so unless told otherwise. */
    public Column<T> autoincrement(boolean on) {
        return with(traits -> traits.autoincrement = on);
    }

    /** GENERATED BY DEFAULT AS IDENTITY. */
    public Column<T> identity() {
        return identity(new Identity(false, null, null));
    }

    public Column<T> identity(Identity identity) {
        return with(traits -> {
            traits.identity = identity;
            traits.nullable = traits.nullable == null ? Boolean.FALSE : traits.nullable;
        });
    }

    /** GENERATED ALWAYS AS an expression. */
    public Column<T> computed(Expr<?> expression, boolean stored) {
        return with(traits -> {
            traits.computed = expression;
            traits.computedStored = stored;
        });
    }

    public Column<T> comment(String comment) {
        return with(traits -> traits.comment = comment);
    }

    private Column<T> with(Consumer<ColumnTraits> change) {
        ColumnTraits copy = traits.copy();
        change.accept(copy);
        return new Column<>(name, key, type, owner, origin, copy);
    }

    /** This column as one of a table, alias or subquery. */
    public Column<T> on(FromItem newOwner) {
        return new Column<>(name, key, type, newOwner, owner == null ? null : this, traits);
    }

    /** This column as one of a subquery, where it goes by another name. */
    public Column<T> on(FromItem newOwner, String newName) {
        return new Column<>(newName, newName, type, newOwner, owner == null ? null : this, traits);
    }

    // ---- what it is

    public String name() {
        return name;
    }

    /** The name by which programs know it. */
    public String key() {
        return key;
    }

    @Override
    public Type<T> type() {
        return type;
    }

    /** What it belongs to: a table, an alias, a subquery; null if it stands by itself. */
    public @Nullable FromItem owner() {
        return owner;
    }

    /** The table it belongs to; null if it belongs to none. */
    public @Nullable Table table() {
        return owner instanceof Table table ? table : null;
    }

    /** The column that this is a renaming of; null for a column of a table. */
    public @Nullable Column<?> origin() {
        return origin;
    }

    /** Whether this is the column, or was made from it by aliases and subqueries. */
    public boolean standsFor(Column<?> column) {
        for (Column<?> c = this; c != null; c = c.origin) {
            if (c == column) {
                return true;
            }
        }
        return false;
    }

    public boolean isPrimaryKey() {
        return traits.primaryKey;
    }

    public boolean isNullable() {
        return traits.nullable != null ? traits.nullable : !traits.primaryKey;
    }

    public boolean isUnique() {
        return traits.unique;
    }

    public boolean isIndexed() {
        return traits.indexed;
    }

    /** What was said about generated values; null if nothing. */
    public @Nullable Boolean autoincrement() {
        return traits.autoincrement;
    }

    public @Nullable Identity identityOptions() {
        return traits.identity;
    }

    /** What an insert gives when nothing is set; null if nothing. */
    public @Nullable ColumnDefault onInsert() {
        return traits.onInsert;
    }

    /** What an update gives when nothing is set; null if nothing. */
    public @Nullable ColumnDefault onUpdate() {
        return traits.onUpdate;
    }

    /** DEFAULT of the database: a string, an expression, or null. */
    public @Nullable Object serverDefault() {
        return traits.serverDefault;
    }

    /** The expression that computes it in the database; null if it is stored. */
    public @Nullable Expr<?> computedBy() {
        return traits.computed;
    }

    public boolean isComputedStored() {
        return traits.computedStored;
    }

    public @Nullable String comment() {
        return traits.comment;
    }

    /** Whether it refers to another column by itself. */
    public boolean isReferring() {
        return !traits.references.isEmpty();
    }

    List<ColumnTraits.Reference> references() {
        return traits.references;
    }

    Column<T> asPrimaryKey() {
        return traits.primaryKey ? this : primaryKey();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitColumn(this);
    }

    @Override
    public void writeTo(StructureWriter writer) {
        FromItem from = owner;
        if (from instanceof Table) {
            writer.atom(this);
        } else if (from != null) {
            writer.from(from);
            writer.atom(name);
        } else {
            writer.atom(Column.class);
            writer.atom(name);
            writer.atom(type);
        }
    }

    @Override
    public String toString() {
        return owner == null ? name : owner.label() + "." + name;
    }
}
