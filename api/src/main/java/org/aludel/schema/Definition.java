package org.aludel.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.types.EnumType;
import org.aludel.types.NumericType;
import org.aludel.types.SensitiveType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** What a table is made of, in the order in which it is declared. Replaced as a whole when something is appended. */
final class Definition {

    private final Table table;
    private final List<TableItem> items;
    private final PrimaryKey primaryKey;
    private final Map<String, Column<?>> byKey;
    private final List<Column<?>> columns;
    private final List<Column<?>> keyColumns;
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Constraint> declared = new ArrayList<>();
    private final Map<Column<?>, List<Constraint>> ofColumns = new IdentityHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final @Nullable Column<?> generated;

    /**
     * @param before the definition that this one extends, whose columns and constraints stay the same objects
     */
    Definition(Table table, List<? extends TableItem> items, @Nullable Definition before) {
        this.table = table;
        this.items = List.copyOf(items);
        this.primaryKey = primaryKeyOf(items);
        this.byKey = attach(before);
        this.columns = List.copyOf(byKey.values());
        List<Column<?>> keys = named(primaryKey.columns());
        collect(before);
        this.generated = findGenerated(keys);
        this.keyColumns = ordered(keys);
    }

    private static PrimaryKey primaryKeyOf(List<? extends TableItem> items) {
        List<String> keys = new ArrayList<>();
        for (TableItem item : items) {
            if (item instanceof PrimaryKey declared && !declared.columns().isEmpty()) {
                return declared;
            }
            if (item instanceof Column<?> column && column.isPrimaryKey()) {
                keys.add(column.key());
            }
        }
        for (TableItem item : items) {
            if (item instanceof PrimaryKey named) {
                return new PrimaryKey(named.name(), List.copyOf(keys), named.deferral(), named.options());
            }
        }
        return new PrimaryKey(null, List.copyOf(keys));
    }

    private Map<String, Column<?>> attach(@Nullable Definition before) {
        Map<String, Column<?>> attached = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (TableItem item : items) {
            if (!(item instanceof Column<?> column)) {
                continue;
            }
            if (attached.containsKey(column.key()) || !names.add(column.name())) {
                throw new ArgumentException(
                        "ALU-0120",
                        "two columns have the same name; where: " + table.fullName() + "." + column.name()
                                + "; what to do: name each column once");
            }
            Column<?> known = before == null ? null : before.byKey.get(column.key());
            Column<?> own = primaryKey.columns().contains(column.key()) ? column.asPrimaryKey() : column;
            attached.put(
                    column.key(), known != null && known.isPrimaryKey() == own.isPrimaryKey() ? known : placed(own));
        }
        return attached;
    }

    /** The column as one of the table; an enumeration that goes with its table takes its schema. */
    private Column<?> placed(Column<?> column) {
        String schema = table.schema();
        return schema != null
                        && column.type() instanceof EnumType<?> type
                        && type.options().inherited()
                ? retyped(column, type.inSchema(schema)).on(table)
                : column.on(table);
    }

    @SuppressWarnings("unchecked")
    private static <T> Column<T> retyped(Column<T> column, Type<?> type) {
        return column.retyped((Type<T>) type);
    }

    private void collect(@Nullable Definition before) {
        for (TableItem item : items) {
            if (item instanceof ForeignKeySpec.Referring referring) {
                declared.add(foreignKey(referring));
            } else if (item instanceof Constraint constraint && !(constraint instanceof PrimaryKey)) {
                declared.add(constraint);
            } else if (item instanceof Index index) {
                checkColumns(index);
                indexes.add(index);
            }
        }
        for (Column<?> column : columns) {
            List<Constraint> kept = before == null ? null : before.ofColumns.get(column);
            List<Constraint> own = kept != null ? kept : derived(column);
            ofColumns.put(column, own);
            if (column.isIndexed()) {
                Index index = Index.over(null, column.key());
                indexes.add(column.isUnique() ? index.asUnique() : index);
            }
        }
        for (Constraint constraint : constraints()) {
            if (constraint instanceof ForeignKey key) {
                foreignKeys.add(key);
            } else if (constraint instanceof UniqueConstraint unique) {
                named(unique.columns());
            }
        }
    }

    private List<Constraint> derived(Column<?> column) {
        List<Constraint> own = new ArrayList<>();
        if (column.isUnique() && !column.isIndexed()) {
            own.add(new UniqueConstraint(null, List.of(column.key()), false, false));
        }
        for (ColumnTraits.Reference reference : column.references()) {
            Column<?> target = reference.column();
            own.add(new ForeignKey(
                    table,
                    List.of(column),
                    List.of(target == null ? String.valueOf(reference.target()) : target.toString()),
                    target == null ? null : List.of(target),
                    reference.option()));
        }
        return List.copyOf(own);
    }

    private void checkColumns(Index index) {
        for (Object part : index.columns()) {
            Table other = DefinitionTables.of(part);
            if (other != null && other != table) {
                throw foreignColumn(index.name(), part, table);
            }
        }
    }

    static ArgumentException foreignColumn(@Nullable String index, Object part, Table table) {
        return new ArgumentException(
                "ALU-0145",
                "an index holds a column of another table; where: index " + index + " of " + table.fullName() + ", "
                        + part + "; what to do: use columns of " + table.fullName());
    }

    ForeignKey foreignKey(ForeignKeySpec.Referring referring) {
        return new ForeignKey(
                table, named(referring.columns()), referring.targets(), referring.referred(), referring.option());
    }

    /** Columns by key. */
    private List<Column<?>> named(List<String> keys) {
        List<Column<?>> found = new ArrayList<>(keys.size());
        for (String key : keys) {
            Column<?> column = byKey.get(key);
            found.add(column != null ? column : byName(key));
        }
        return List.copyOf(found);
    }

    private Column<?> byName(String name) {
        for (Column<?> column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new ArgumentException(
                "ALU-0104",
                "there is no column of that name; where: " + name + " of " + table.fullName()
                        + "; what to do: use one of " + byKey.keySet());
    }

    // ---- the generated key

    private @Nullable Column<?> findGenerated(List<Column<?>> keys) {
        for (Column<?> column : columns) {
            if (column.identityOptions() != null || Boolean.TRUE.equals(column.autoincrement())) {
                return column;
            }
        }
        Column<?> only = keys.size() == 1 ? keys.get(0) : null;
        boolean possible = only != null
                && !Boolean.FALSE.equals(only.autoincrement())
                && !only.isReferring()
                && countable(only.type())
                && (only.onInsert() == null || sequence(only) != null)
                && only.serverDefault() == null
                && only.computedBy() == null
                && !isReferring(only);
        return possible ? only : null;
    }

    private boolean isReferring(Column<?> column) {
        for (ForeignKey key : foreignKeys) {
            if (key.columns().contains(column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean countable(Type<?> declared) {
        Type<?> type = declared instanceof SensitiveType<?> secret ? secret.base() : declared;
        Type<?> plain = type instanceof SqlNamedType<?> named ? named.like() : type;
        return type.family() == TypeFamily.INTEGER || plain instanceof NumericType decimal && decimal.scale() == 0;
    }

    /** The sequence that a column takes its values from; null if it is no sequence. */
    static @Nullable Sequence sequence(Column<?> column) {
        return column.onInsert() instanceof ColumnDefault.Expression byDefault
                        && byDefault.expression() instanceof org.aludel.sql.tree.NextValue next
                ? next.sequence()
                : null;
    }

    /** The generated column comes first where it was asked for, since some databases want an index that begins with it. */
    private List<Column<?>> ordered(List<Column<?>> keys) {
        if (generated == null || keys.indexOf(generated) <= 0 || generated.autoincrement() == null) {
            return keys;
        }
        boolean listed = items.stream()
                .anyMatch(
                        item -> item instanceof PrimaryKey key && !key.columns().isEmpty());
        if (listed) {
            return keys;
        }
        List<Column<?>> first = new ArrayList<>(keys);
        first.remove(generated);
        first.add(0, generated);
        return List.copyOf(first);
    }

    @Nullable
    Type<?> referredType(Column<?> column) {
        for (ForeignKey key : foreignKeys) {
            int place = key.columns().indexOf(column);
            if (place >= 0 && key.isResolvable()) {
                Column<?> target = key.referredColumns().get(place);
                return target == column || target.type() == (Type<?>) Types.UNKNOWN ? null : target.type();
            }
        }
        return null;
    }

    // ---- what it holds

    List<TableItem> items() {
        return items;
    }

    List<Column<?>> columns() {
        return columns;
    }

    @Nullable
    Column<?> column(String key) {
        return byKey.get(key);
    }

    List<Column<?>> keyColumns() {
        return keyColumns;
    }

    PrimaryKey primaryKey() {
        return primaryKey;
    }

    List<ForeignKey> foreignKeys() {
        return List.copyOf(foreignKeys);
    }

    List<Constraint> declaredConstraints() {
        return List.copyOf(declared);
    }

    List<Constraint> constraintsOf(Column<?> column) {
        return ofColumns.getOrDefault(column, List.of());
    }

    List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>(declared);
        for (Column<?> column : columns) {
            all.addAll(constraintsOf(column));
        }
        return List.copyOf(all);
    }

    List<Index> indexes() {
        return List.copyOf(indexes);
    }

    @Nullable
    Column<?> generated() {
        return generated;
    }
}
