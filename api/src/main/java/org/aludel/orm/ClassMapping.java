package org.aludel.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * The description of one mapped class, whatever it comes from: {@link Mappings}, or annotations completed by a
 * {@link Configures} method or by {@link SessionFactoryBuilder#configure}. Methods change it and return it; it is read
 * when the factory is built.
 *
 * @param <E> the class
 * @since 0.1
 */
public final class ClassMapping<E> {

    private final Class<E> type;
    private final @Nullable FromItem selectable;
    private final Map<String, PropertyMapping> properties = new LinkedHashMap<>();
    private final Set<String> excluded = new LinkedHashSet<>();
    private final MapperOptions options = new MapperOptions();
    private final List<EventHandler<?>> handlers = new ArrayList<>();
    private final List<Object> listeners = new ArrayList<>();
    private final Set<String> activeHistory = new LinkedHashSet<>();
    private final Set<String> mutable = new LinkedHashSet<>();
    private boolean sealed;

    ClassMapping(Class<E> type, @Nullable FromItem selectable) {
        this.type = Objects.requireNonNull(type, "type");
        this.selectable = selectable;
    }

    /** A description without table, for what is to be said besides annotations. Meant for the mapper itself. */
    public static <E> ClassMapping<E> of(Class<E> type) {
        return new ClassMapping<>(type, null);
    }

    // ---- attributes ----

    /** Maps a field to a column. */
    public ClassMapping<E> property(String field, Column<?> column) {
        return property(field, Orm.columnProperty(column));
    }

    /** Maps a field to an SQL expression, which is read with the object and never written. */
    public ClassMapping<E> property(String field, Expr<?> expression) {
        return property(field, Orm.columnProperty(expression));
    }

    /** Maps a field to a relation, columns, an expression, or as another name for an attribute. */
    public ClassMapping<E> property(String field, PropertyMapping property) {
        requireOpen();
        properties.put(Objects.requireNonNull(field, "field"), Objects.requireNonNull(property, "property"));
        return this;
    }

    /** Leaves fields alone although columns have their names. */
    public ClassMapping<E> exclude(String... fields) {
        requireOpen();
        excluded.addAll(List.of(fields));
        return this;
    }

    /** Maps these fields, and the key, only. */
    public ClassMapping<E> include(String... fields) {
        requireOpen();
        options.included = added(options.included, List.of(fields));
        return this;
    }

    // ---- the row ----

    /** The columns that tell objects apart, for a table, join or select without a primary key (or with another one). */
    public ClassMapping<E> primaryKey(Column<?>... columns) {
        requireOpen();
        options.primaryKey = List.of(columns);
        return this;
    }

    /** Makes an integer field the version counter. */
    public ClassMapping<E> version(String field) {
        return version(field, (UnaryOperator<@Nullable Object>) null);
    }

    /**
     * Makes a field the version of its object.
     *
     * @param generator gives the version that follows another; the first follows null
     */
    public ClassMapping<E> version(String field, @Nullable UnaryOperator<@Nullable Object> generator) {
        requireOpen();
        options.version = Objects.requireNonNull(field, "field");
        options.versionGenerator = generator;
        options.versionByDatabase = false;
        return this;
    }

    /** Makes a field the version of its object, whose value the database itself changes with each update. */
    public ClassMapping<E> versionByDatabase(String field) {
        requireOpen();
        version(field);
        options.versionByDatabase = true;
        return this;
    }

    /** The order of queries of this class that ask for none. */
    public ClassMapping<E> orderBy(Ordering... ordering) {
        requireOpen();
        options.orderBy = List.of(ordering);
        return this;
    }

    /** Whether values that the database makes are read at once after a write, not when they are asked for. */
    public ClassMapping<E> eagerDefaults(boolean on) {
        requireOpen();
        options.eagerDefaults = on;
        return this;
    }

    /** Whether it is an error if a row that is to be deleted is gone already. True unless set. */
    public ClassMapping<E> confirmDeletedRows(boolean on) {
        requireOpen();
        options.confirmDeletedRows = on;
        return this;
    }

    /** Whether the database passes changes of primary keys on to the rows that refer to them. True unless set. */
    public ClassMapping<E> passiveUpdates(boolean on) {
        requireOpen();
        options.passiveUpdates = on;
        return this;
    }

    /** Whether rows of many objects may go in one batch, and listeners hear of all before any is sent. True unless set. */
    public ClassMapping<E> batch(boolean on) {
        requireOpen();
        options.batch = on;
        return this;
    }

    // ---- inheritance ----

    /** Makes the class a mapped subclass of another; the tables are connected by their foreign key. */
    public ClassMapping<E> inherits(Class<? super E> superclass) {
        requireOpen();
        options.inherits = Objects.requireNonNull(superclass, "superclass");
        return this;
    }

    /** Makes the class a mapped subclass of another, whose tables are connected by a condition. */
    public ClassMapping<E> inherits(Class<? super E> superclass, Expr<Boolean> condition) {
        requireOpen();
        options.inheritCondition = Objects.requireNonNull(condition, "condition");
        return inherits(superclass);
    }

    /** The subclass's table holds whole rows, inherited columns included; the superclass's table has none of them. */
    public ClassMapping<E> concrete() {
        requireOpen();
        options.concrete = true;
        return this;
    }

    /** The column or expression that tells the classes of a hierarchy apart. */
    public ClassMapping<E> polymorphicOn(Expr<?> discriminator) {
        requireOpen();
        options.polymorphicOn = Objects.requireNonNull(discriminator, "discriminator");
        return this;
    }

    /** The value of the discriminator for instances of exactly this class. */
    public ClassMapping<E> identity(Object value) {
        requireOpen();
        options.identity = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Queries of this class read the columns of these subclasses in the same row; of all, if none is named. */
    @SafeVarargs
    public final ClassMapping<E> withPolymorphic(Class<? extends E>... subclasses) {
        requireOpen();
        options.withPolymorphic = List.of(subclasses);
        return this;
    }

    /**
     * Queries of this class read the columns of these subclasses from a selectable that has them all.
     *
     * @param from a join, or a union of concrete tables
     */
    @SafeVarargs
    public final ClassMapping<E> withPolymorphic(FromItem from, Class<? extends E>... subclasses) {
        requireOpen();
        options.polymorphicFrom = Objects.requireNonNull(from, "from");
        return withPolymorphic(subclasses);
    }

    /** How queries of a superclass read the columns that this class adds. */
    public ClassMapping<E> polymorphicLoad(PolymorphicLoad load) {
        requireOpen();
        options.polymorphicLoad = Objects.requireNonNull(load, "load");
        return this;
    }

    // ---- hooks ----

    /** Lets a validator see each value before the attribute takes it; members that are added, for a collection. */
    public <V> ClassMapping<E> validate(String field, AttributeValidator<? super E, V> validator) {
        return validate(field, validator, false, true);
    }

    /**
     * Lets a validator see each value before the attribute takes it.
     *
     * @param includeRemoves whether it sees members that are removed too
     * @param includeBackrefs whether it sees changes that come from the other side of a relation
     */
    public <V> ClassMapping<E> validate(
            String field, AttributeValidator<? super E, V> validator, boolean includeRemoves, boolean includeBackrefs) {
        requireOpen();
        handlers.addAll(EventHandler.ofValidator(type, field, validator, includeRemoves, includeBackrefs));
        return this;
    }

    /** Calls a handler for each event of a type on objects of this class and its subclasses. */
    public <V extends OrmEvent> ClassMapping<E> on(Class<V> event, Consumer<? super V> handler) {
        return on(event, EventFilter.of(type), handler);
    }

    /** Calls a handler for each event of a type that happens to an attribute. */
    public <V extends AttributeEvent> ClassMapping<E> on(Class<V> event, String field, Consumer<? super V> handler) {
        return on(event, EventFilter.of(type, field), handler);
    }

    /** Calls a handler for events that a filter lets through. */
    public <V extends OrmEvent> ClassMapping<E> on(Class<V> event, EventFilter filter, Consumer<? super V> handler) {
        requireOpen();
        handlers.add(new EventHandler<>(event, filter, handler));
        return this;
    }

    /** Calls the methods of an object that are marked with {@link Listens}, for objects of this class. */
    public ClassMapping<E> listen(Object listener) {
        requireOpen();
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Has the old value of attributes loaded before they are assigned, so that histories know it. */
    public ClassMapping<E> activeHistory(String... fields) {
        requireOpen();
        activeHistory.addAll(List.of(fields));
        return this;
    }

    // ---- what was said ----

    public Class<E> type() {
        return type;
    }

    /** What the class is mapped to; null for an annotated class, and for a subclass that shares a table. */
    public @Nullable FromItem selectable() {
        return selectable;
    }

    /**
     * The table that the class is mapped to.
     *
     * @throws ArgumentException ALU-0450 if it is mapped to something else
     */
    public Table table() {
        if (selectable instanceof Table table) {
            return table;
        }
        throw new ArgumentException(
                "ALU-0450",
                type.getSimpleName() + " is not mapped to a table of its own; where: its ClassMapping, which has "
                        + (selectable == null ? "none yet" : selectable.label())
                        + "; what to do: ask selectable() for what it is mapped to");
    }

    /** Attributes that were described, by field. */
    public Map<String, PropertyMapping> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /** Fields that are not mapped. */
    public Set<String> excluded() {
        return Collections.unmodifiableSet(excluded);
    }

    /** What was said of the class as a whole. */
    public MapperOptions options() {
        return options;
    }

    /** Has changes in place of the maps, lists or sets in these attributes written, each of which is kept in one column. */
    public ClassMapping<E> mutable(String... fields) {
        requireOpen();
        mutable.addAll(List.of(fields));
        return this;
    }

    /** Attributes whose values are changed in place. */
    public Set<String> mutable() {
        return Collections.unmodifiableSet(mutable);
    }

    /** Handlers of events, validators among them, in the order they were given. */
    public List<EventHandler<?>> handlers() {
        return Collections.unmodifiableList(handlers);
    }

    /** Listener objects. */
    public List<Object> listeners() {
        return Collections.unmodifiableList(listeners);
    }

    /** Attributes whose old value is loaded before they are assigned. */
    public Set<String> activeHistory() {
        return Collections.unmodifiableSet(activeHistory);
    }

    /** A description of another class with the same options, validators and listeners, and none of the attributes. */
    public <F> ClassMapping<F> copyFor(Class<F> other, @Nullable FromItem from) {
        ClassMapping<F> copy = new ClassMapping<>(other, from);
        copy.options.takeFrom(options);
        copy.excluded.addAll(excluded);
        handlers.forEach(handler -> copy.handlers.add(handler.within(other)));
        copy.listeners.addAll(listeners);
        copy.activeHistory.addAll(activeHistory);
        copy.mutable.addAll(mutable);
        return copy;
    }

    /** A description of the same class that says the same, and changes apart from this one. Meant for the mapper itself. */
    public ClassMapping<E> copy() {
        ClassMapping<E> copy = copyFor(type, selectable);
        copy.properties.putAll(properties);
        return copy;
    }

    /** Refuses all changes from now on, because the factory that has read the description would not see them. */
    public void seal() {
        sealed = true;
    }

    private void requireOpen() {
        if (sealed) {
            throw new ArgumentException(
                    "ALU-0764",
                    "a mapping can't change after a factory was built from it; where: the ClassMapping of "
                            + type.getName()
                            + "; what to do: say it before build(), or build another factory with"
                            + " sessions.toBuilder().configure(" + type.getSimpleName() + ".class, ...)");
        }
    }

    private static List<String> added(List<String> list, List<String> more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + Arrays.toString(properties.keySet().toArray());
    }
}
