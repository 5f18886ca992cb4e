package org.aludel.schema;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which tables are taken from a database, and how.
 *
 * <pre>{@code
 * metadata.reflect(engine, ReflectOptions.defaults()
 *         .only("users", "addresses")
 *         .resolveForeignKeys(false)
 *         .eachColumn(column -> column.key(camelCase(column.name()))));
 * }</pre>
 *
 * @since 0.1
 */
public final class ReflectOptions {

    private static final ReflectOptions DEFAULTS =
            new ReflectOptions(null, null, null, false, false, true, true, column -> column);

    private final @Nullable String schema;
    private final @Nullable List<String> names;
    private final @Nullable Predicate<String> wanted;
    private final boolean views;
    private final boolean extendExisting;
    private final boolean replaceColumns;
    private final boolean resolveForeignKeys;
    private final UnaryOperator<@Nullable Column<?>> eachColumn;

    private ReflectOptions(
            @Nullable String schema,
            @Nullable List<String> names,
            @Nullable Predicate<String> wanted,
            boolean views,
            boolean extendExisting,
            boolean replaceColumns,
            boolean resolveForeignKeys,
            UnaryOperator<@Nullable Column<?>> eachColumn) {
        this.schema = schema;
        this.names = names;
        this.wanted = wanted;
        this.views = views;
        this.extendExisting = extendExisting;
        this.replaceColumns = replaceColumns;
        this.resolveForeignKeys = resolveForeignKeys;
        this.eachColumn = eachColumn;
    }

    /** All tables of the schema of the MetaData, with those they refer to; what is defined already stays as it is. */
    public static ReflectOptions defaults() {
        return DEFAULTS;
    }

    /** Of a schema; null for that of the MetaData. */
    public ReflectOptions schema(@Nullable String name) {
        return new ReflectOptions(
                name, names, wanted, views, extendExisting, replaceColumns, resolveForeignKeys, eachColumn);
    }

    /** Only these tables, each of which must be there. */
    public ReflectOptions only(String... tables) {
        return only(List.of(tables));
    }

    /** Only these tables, each of which must be there. */
    public ReflectOptions only(Collection<String> tables) {
        return new ReflectOptions(
                schema,
                List.copyOf(tables),
                null,
                views,
                extendExisting,
                replaceColumns,
                resolveForeignKeys,
                eachColumn);
    }

    /** Only tables of names that pass a test. */
    public ReflectOptions only(Predicate<String> test) {
        return new ReflectOptions(
                schema, null, test, views, extendExisting, replaceColumns, resolveForeignKeys, eachColumn);
    }

    /** Views too, or not. */
    public ReflectOptions views(boolean on) {
        return new ReflectOptions(
                schema, names, wanted, on, extendExisting, replaceColumns, resolveForeignKeys, eachColumn);
    }

    /**
     * Whether tables that are defined already get what the database has besides. Only before statements have used them.
     */
    public ReflectOptions extendExisting(boolean on) {
        return new ReflectOptions(schema, names, wanted, views, on, replaceColumns, resolveForeignKeys, eachColumn);
    }

    /**
     * Whether columns of existing tables are replaced by those found, which is so unless told otherwise; else only
     * columns that are missing are added. Matters with {@link #extendExisting} only.
     */
    public ReflectOptions replaceColumns(boolean on) {
        return new ReflectOptions(schema, names, wanted, views, extendExisting, on, resolveForeignKeys, eachColumn);
    }

    /** Whether tables are followed to those they refer to, which is so unless told otherwise. */
    public ReflectOptions resolveForeignKeys(boolean on) {
        return new ReflectOptions(schema, names, wanted, views, extendExisting, replaceColumns, on, eachColumn);
    }

    /**
     * What becomes of each column that is found: the same, another (of another key or type, with a default), or none if
     * null is given. The name must stay.
     */
    public ReflectOptions eachColumn(UnaryOperator<@Nullable Column<?>> change) {
        return new ReflectOptions(
                schema, names, wanted, views, extendExisting, replaceColumns, resolveForeignKeys, change);
    }

    /** The schema; null for that of the MetaData. */
    public @Nullable String schema() {
        return schema;
    }

    /** The only tables; null if they are not named. */
    public @Nullable List<String> names() {
        return names;
    }

    /** Whether a table is wanted. */
    public boolean wants(String table) {
        return names != null ? names.contains(table) : wanted == null || wanted.test(table);
    }

    /** Whether views are wanted. */
    public boolean isViews() {
        return views;
    }

    /** Whether tables that are defined already are extended. */
    public boolean isExtendExisting() {
        return extendExisting;
    }

    /** Whether columns of tables that are defined already are replaced. */
    public boolean isReplaceColumns() {
        return replaceColumns;
    }

    /** Whether tables are followed to those they refer to. */
    public boolean isResolveForeignKeys() {
        return resolveForeignKeys;
    }

    /** What becomes of a column; null to leave it out. */
    public @Nullable Column<?> changed(Column<?> column) {
        return eachColumn.apply(column);
    }
}
