package org.aludel.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.engine.DefaultContext;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.QuotedName;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.NextValue;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.Types;
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
        return new Column<>(name, QuotedName.text(name), type, null, null, new ColumnTraits());
    }

    // ---- definition

    /** Part of the primary key. */
    public Column<T> primaryKey() {
        ColumnTraits copy = traits.copy();
        copy.primaryKey = true;
        return with(copy);
    }

    public Column<T> notNull() {
        ColumnTraits copy = traits.copy();
        copy.nullable = false;
        return with(copy);
    }

    public Column<T> nullable() {
        return with(traits -> traits.nullable = true);
    }

    /**
     * With values that nobody may see: {@code ***} stands in logs, in the messages of exceptions and in the text of events
     * wherever one of them, or what it is compared with, would be shown.
     */
    public Column<T> sensitive() {
        return with(traits -> traits.sensitive = true)
                .retyped(type == (Type<?>) Types.UNKNOWN ? type : type.sensitive());
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
        List<ColumnTraits.Reference> all = new ArrayList<>(traits.references);
        all.add(reference);
        ColumnTraits copy = traits.copy();
        copy.references = List.copyOf(all);
        return with(copy);
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
        return generatedOnce(with(traits -> traits.serverDefault = value));
    }

    /** DEFAULT of the database, as an expression: {@code serverDefault(text("now()"))}. */
    public Column<T> serverDefault(Expr<?> expression) {
        return generatedOnce(with(traits -> traits.serverDefault = expression));
    }

    /** Whether the database generates the values; a single integer key does so unless told otherwise. */
    public Column<T> autoincrement(boolean on) {
        return generatedOnce(with(traits -> traits.autoincrement = on));
    }

    /** GENERATED BY DEFAULT AS IDENTITY. */
    public Column<T> identity() {
        return identity(new Identity(false, null, null));
    }

    public Column<T> identity(Identity identity) {
        return generatedOnce(with(traits -> {
            traits.identity = identity;
            traits.nullable = traits.nullable == null ? Boolean.FALSE : traits.nullable;
        }));
    }

    /**
     * GENERATED ALWAYS AS an expression, stored or computed anew as the database sees fit.
     *
     * @throws ArgumentException ALU-0144 if the column has a default of the database
     */
    public Column<T> computed(Expr<?> expression) {
        return computedBy(expression, null);
    }

    /**
     * GENERATED ALWAYS AS an expression.
     *
     * @param stored whether the value is stored or computed anew at each read
     * @throws ArgumentException ALU-0144 if the column has a default of the database
     */
    public Column<T> computed(Expr<?> expression, boolean stored) {
        return computedBy(expression, stored);
    }

    private Column<T> computedBy(Expr<?> expression, @Nullable Boolean stored) {
        return generatedOnce(with(traits -> {
            traits.computed = expression;
            traits.computedStored = stored;
        }));
    }

    private static <T> Column<T> generatedOnce(Column<T> column) {
        ColumnTraits traits = column.traits;
        boolean identityAndDefault =
                traits.identity != null && (traits.serverDefault != null || traits.computed != null);
        if (traits.computed != null && (traits.serverDefault != null || traits.serverOnUpdate) || identityAndDefault) {
            throw new ArgumentException(
                    "ALU-0144",
                    "a generated column can't have a default besides; where: column " + column.key
                            + "; what to do: declare the computed expression, the identity or the default, not two");
        }
        if (traits.identity != null && Boolean.FALSE.equals(traits.autoincrement)) {
            throw new ArgumentException(
                    "ALU-0144",
                    "an identity column generates its values; where: column " + column.key
                            + "; what to do: leave autoincrement(false) out, or the identity");
        }
        return column;
    }

    /** Values are changed by the database when a row is updated, by a trigger perhaps. */
    public Column<T> serverOnUpdate() {
        return generatedOnce(with(traits -> traits.serverOnUpdate = true));
    }

    /** Made by the database itself, as {@code xmin} of PostgreSQL: no part of CREATE TABLE. */
    public Column<T> system(boolean on) {
        return with(traits -> traits.system = on);
    }

    /** With a name that is always or never in quotes. */
    public Column<T> quote(boolean on) {
        return new Column<>(QuotedName.of(name, on), key, type, owner, origin, traits);
    }

    /** With a CHECK that is written with the column. */
    public Column<T> check(CheckConstraint check) {
        return with(traits -> {
            List<CheckConstraint> all = new ArrayList<>(traits.checks);
            all.add(check);
            traits.checks = List.copyOf(all);
        });
    }

    /**
     * With an option of a dialect, as {@code sqlite_on_conflict_not_null}.
     *
     * @throws ArgumentException ALU-0141 if the name has no dialect before it
     */
    public Column<T> option(String option, Object value) {
        return with(traits -> traits.options = traits.options.and(option, value));
    }

    /** With something that the program wants to remember. */
    public Column<T> info(String infoKey, Object value) {
        return with(traits -> {
            Map<String, Object> all = new LinkedHashMap<>(traits.info);
            all.put(infoKey, value);
            traits.info = Map.copyOf(all);
        });
    }

    public Column<T> comment(String comment) {
        return with(traits -> traits.comment = comment);
    }

    /** Without a comment. */
    public Column<T> withoutComment() {
        return with(traits -> traits.comment = null);
    }

    private Column<T> with(Consumer<ColumnTraits> change) {
        ColumnTraits copy = traits.copy();
        change.accept(copy);
        return with(copy);
    }

    private Column<T> with(ColumnTraits changed) {
        return new Column<>(name, key, type, owner, origin, changed);
    }

    /** This column with references to other columns, by their names. */
    Column<T> referring(Function<ColumnTraits.Reference, String> names) {
        return with(copied -> copied.references = traits.references.stream()
                .map(reference -> new ColumnTraits.Reference(names.apply(reference), null, reference.option()))
                .toList());
    }

    /** This column, computed by another expression. */
    Column<T> recomputed(Expr<?> expression) {
        return with(copied -> copied.computed = expression);
    }

    Column<T> retyped(Type<T> other) {
        return new Column<>(name, key, other, owner, origin, traits);
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
    @SuppressWarnings("unchecked")
    public Type<T> type() {
        if (type == (Type<?>) Types.UNKNOWN && owner instanceof Table holder && isReferring()) {
            Type<?> inherited = holder.referredType(this);
            return inherited == null ? type : (Type<T>) (traits.sensitive ? inherited.sensitive() : inherited);
        }
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

    /** Whether its values are shown nowhere. */
    public boolean isSensitive() {
        return traits.sensitive || type() instanceof SensitiveType<?>;
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
        return Boolean.TRUE.equals(traits.computedStored);
    }

    /** Whether a computed value is said to be stored or not; null if nothing is said. */
    public @Nullable Boolean computedStorage() {
        return traits.computedStored;
    }

    /** Whether the database makes it by itself. */
    public boolean isSystem() {
        return traits.system;
    }

    /** Whether the database changes it when its row is updated. */
    public boolean isServerOnUpdate() {
        return traits.serverOnUpdate;
    }

    /** The CHECK constraints written with the column. */
    public List<CheckConstraint> checks() {
        return traits.checks;
    }

    /** What is said to some databases only. */
    public Options options() {
        return traits.options;
    }

    /** What the program wants to remember. */
    public Map<String, Object> info() {
        return traits.info;
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
