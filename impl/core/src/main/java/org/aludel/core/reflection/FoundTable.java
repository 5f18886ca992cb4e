package org.aludel.core.reflection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.ForeignKeySpec;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Inspector;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Reflected;
import org.aludel.schema.TableItem;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Ordering;
import org.aludel.sql.QuotedName;
import org.aludel.sql.Sql;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Turns what an inspector tells of a table into the items that define it. */
final class FoundTable {

    private static final System.Logger LOG = System.getLogger("org.aludel.reflection");

    private final Inspector inspector;
    private final ReflectOptions options;
    private final @Nullable String schema;
    private final String name;
    private final boolean checksTruth;
    private final boolean tellsStorage;

    /** Keys of columns by their names. */
    private final Map<String, String> keys = new LinkedHashMap<>();

    private final Map<String, Column<?>> columns = new HashMap<>();
    private final List<String> replaced = new ArrayList<>();

    /**
     * @param dialect what the database gets by itself for columns of its kinds
     */
    FoundTable(Inspector inspector, ReflectOptions options, @Nullable String schema, String name, CoreDialect dialect) {
        this.inspector = inspector;
        this.options = options;
        this.schema = schema;
        this.name = name;
        this.checksTruth = dialect.needsTruthCheck();
        this.tellsStorage = dialect.schemaReader().tellsStorage();
    }

    /**
     * The items.
     *
     * @param overrides columns that are taken instead of those found, and other items
     */
    List<TableItem> items(List<? extends TableItem> overrides, List<Reflected.ForeignKeyInfo> foreignKeys) {
        Reflected.KeyInfo primaryKey = inspector.primaryKey(schema, name);
        List<TableItem> items = new ArrayList<>(columns(overrides, primaryKey));
        overrides.stream().filter(item -> !(item instanceof Column<?>)).forEach(items::add);
        if (!primaryKey.columns().isEmpty() && hasAll(primaryKey.columns(), "the primary key")) {
            var constraint = Sql.primaryKey(keysOf(primaryKey.columns()));
            items.add(primaryKey.name() == null ? constraint : constraint.named(primaryKey.name()));
        }
        for (Reflected.ForeignKeyInfo key : foreignKeys) {
            boolean replacedByColumn = key.columns().stream().anyMatch(replaced::contains);
            if (!replacedByColumn && hasAll(key.columns(), "foreign key " + key.name())) {
                items.add(foreignKey(key));
            }
        }
        for (Reflected.UniqueInfo unique : inspector.uniqueConstraints(schema, name)) {
            if (hasAll(unique.columns(), "unique constraint " + unique.name())) {
                items.add(new UniqueConstraint(
                        unique.name(),
                        List.of(keysOf(unique.columns())),
                        unique.deferral(),
                        org.aludel.schema.Options.NONE));
            }
        }
        for (Reflected.CheckInfo check : inspector.checkConstraints(schema, name)) {
            if (!isOfTruth(check)) {
                items.add(new CheckConstraint(check.name(), Sql.literalColumn(check.sql(), Types.BOOLEAN)));
            }
        }
        for (Reflected.IndexInfo index : inspector.indexes(schema, name)) {
            if (index.duplicatesConstraint() == null && isKnown(index)) {
                items.add(index(index));
            }
        }
        return items;
    }

    // ---- columns

    private List<Column<?>> columns(List<? extends TableItem> overrides, Reflected.KeyInfo primaryKey) {
        Map<String, Column<?>> own = new LinkedHashMap<>();
        for (TableItem item : overrides) {
            if (item instanceof Column<?> column) {
                own.put(QuotedName.text(column.name()), column);
            }
        }
        List<Column<?>> found = new ArrayList<>();
        for (Reflected.ColumnInfo info : inspector.columns(schema, name)) {
            if (columns.containsKey(info.name())) {
                throw Catalogue.nonsense("column " + info.name() + " twice in table " + name, null);
            }
            Column<?> given = own.remove(QuotedName.text(info.name()));
            if (given != null && given.isReferring()) {
                replaced.add(info.name());
            }
            Column<?> column = given != null ? given : changed(column(info, primaryKey));
            if (column != null) {
                keys.put(info.name(), column.key());
                columns.put(info.name(), column);
                found.add(column);
            }
        }
        for (Column<?> column : own.values()) {
            keys.put(column.name(), column.key());
            found.add(column);
        }
        return found;
    }

    private @Nullable Column<?> changed(Column<?> found) {
        Column<?> changed = options.changed(found);
        if (changed != null && !QuotedName.text(changed.name()).equals(QuotedName.text(found.name()))) {
            throw new InvalidRequestException(
                    "ALU-0353",
                    "a column that was found was given another name; where: " + found.name() + " of " + name + ", now "
                            + changed.name() + "; what to do: keep the name, and use key(...) for what the program"
                            + " calls it");
        }
        return changed;
    }

    private Column<?> column(Reflected.ColumnInfo info, Reflected.KeyInfo primaryKey) {
        boolean inKey = primaryKey.columns().contains(info.name());
        Column<?> column = Column.of(info.name(), info.type());
        if (info.type().family() == TypeFamily.UNKNOWN && info.type().javaType() == Object.class) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the type of a column is not known; where: {0} of {1}, type {2}; its values are given as the driver"
                            + " gives them; what to do: name the column with a type when reflecting",
                    info.name(),
                    name,
                    info.type());
        }
        if (!info.nullable() && !inKey) {
            column = column.notNull();
        }
        Reflected.IdentityInfo identity = info.identity();
        if (identity != null) {
            column = column.identity(new Identity(identity.always(), false, identity.options()));
        } else if (info.autoincrement() && (inKey || primaryKey.columns().isEmpty())) {
            column = column.autoincrement(true);
        } else if (inKey && primaryKey.columns().size() == 1) {
            column = column.autoincrement(false);
        }
        if (info.computedBy() != null) {
            var expression = Sql.literalColumn(info.computedBy(), info.type());
            column = tellsStorage ? column.computed(expression, info.stored()) : column.computed(expression);
        } else if (info.defaultSql() != null) {
            column = column.serverDefault(Sql.literalColumn(info.defaultSql(), info.type()));
        }
        return info.comment() == null ? column : column.comment(info.comment());
    }

    /** Whether a condition only says of a column of truth values what its type says already. */
    private boolean isOfTruth(Reflected.CheckInfo check) {
        if (!checksTruth) {
            return false;
        }
        String folded = SqlText.folded(check.sql());
        return columns.values().stream()
                .filter(column -> column.type().family() == TypeFamily.BOOLEAN)
                .map(column -> QuotedName.text(column.name()).toLowerCase(Locale.ROOT))
                .anyMatch(column -> folded.equals(column + "in0,1"));
    }

    private String[] keysOf(List<? extends @Nullable String> names) {
        return names.stream()
                .map(column -> Objects.requireNonNullElse(keys.get(column), String.valueOf(column)))
                .toArray(String[]::new);
    }

    /** Whether all columns are there: some may have been left out, or the driver errs. */
    private boolean hasAll(List<String> names, String what) {
        if (keys.keySet().containsAll(names)) {
            return true;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} of {1} is left out, since it has columns that the table has not: {2}",
                what,
                name,
                names);
        return false;
    }

    // ---- constraints and indexes

    private TableItem foreignKey(Reflected.ForeignKeyInfo key) {
        String referredSchema = key.referredSchema() == null ? schema : key.referredSchema();
        String target = QuotedName.text(
                referredSchema == null ? key.referredTable() : referredSchema + "." + key.referredTable());
        List<ForeignKeyOption> all = new ArrayList<>();
        all.add(ForeignKeyOption.linkToName());
        if (key.name() != null) {
            all.add(ForeignKeyOption.named(key.name()));
        }
        if (key.onDelete() != null && key.onDelete() != ForeignKeyAction.NO_ACTION) {
            all.add(ForeignKeyOption.onDelete(key.onDelete()));
        }
        if (key.onUpdate() != null && key.onUpdate() != ForeignKeyAction.NO_ACTION) {
            all.add(ForeignKeyOption.onUpdate(key.onUpdate()));
        }
        if (key.deferrable()) {
            all.add(ForeignKeyOption.deferral(Deferral.deferrable(key.initiallyDeferred())));
        }
        if (key.match() != null) {
            all.add(ForeignKeyOption.match(key.match()));
        }
        return new ForeignKeySpec(List.of(keysOf(key.columns())))
                .references(key.referredColumns().stream()
                        .map(column -> target + "." + QuotedName.text(column))
                        .collect(Collectors.toList())
                        .toArray(String[]::new))
                .with(all.toArray(ForeignKeyOption[]::new));
    }

    private boolean isKnown(Reflected.IndexInfo index) {
        List<String> named = index.parts().stream()
                .map(Reflected.IndexPart::column)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        boolean told = index.parts().stream().allMatch(part -> part.column() != null || part.expression() != null);
        if (!told) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "index {0} of {1} is left out, since the database does not tell its expressions",
                    index.name(),
                    name);
        }
        return told && hasAll(named, "index " + index.name());
    }

    private Index index(Reflected.IndexInfo info) {
        boolean plain = info.parts().stream()
                .allMatch(part -> part.column() != null && !part.descending() && part.nullsFirst() == null);
        Index index = plain
                ? Index.over(info.name(), keysOf(info.columns()))
                : Index.on(info.name(), info.parts().stream().map(this::part).toArray(Ordering[]::new));
        if (info.unique()) {
            index = index.asUnique();
        }
        if (info.where() != null) {
            index = index.where(Sql.literalColumn(info.where(), Types.BOOLEAN));
        }
        for (Map.Entry<String, Object> option : info.options().asMap().entrySet()) {
            index = index.option(option.getKey(), option.getValue());
        }
        return index;
    }

    private Ordering part(Reflected.IndexPart part) {
        var value = part.column() != null
                ? Column.of(part.column(), Types.UNKNOWN)
                : Sql.literalColumn("(" + part.expression() + ")", Types.UNKNOWN);
        if (!part.descending() && part.nullsFirst() == null) {
            return value;
        }
        var ordered = part.descending() ? value.desc() : value.asc();
        return part.nullsFirst() == null ? ordered : part.nullsFirst() ? ordered.nullsFirst() : ordered.nullsLast();
    }
}
