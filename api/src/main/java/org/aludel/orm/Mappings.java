package org.aludel.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;

/**
 * Mappings of classes that carry no annotations. The classes are named to the annotation processor by
 * {@link Instrument}.
 *
 * <pre>{@code
 * Mappings mappings = new Mappings();
 * mappings.map(Category.class, categories, m -> m
 *         .property("parent", relationship(Category.class).remoteSide("id").backref("subcategories"))
 *         .property("label", categories.c("name")));
 * }</pre>
 *
 * <p>Each column of the table goes to the field of its name, or to the field whose name the naming strategy turns into
 * the column's; a column that has no field is kept beside the object.
 *
 * @since 0.1
 */
public final class Mappings {

    private final List<ClassMapping<?>> mappings = new ArrayList<>();

    /**
     * Maps a class to a table.
     *
     * @param properties what differs from the columns' names, and the relations
     */
    public <E> Mappings map(Class<E> type, Table table, Consumer<ClassMapping<E>> properties) {
        return map(type, (FromItem) table, properties);
    }

    /** Maps a class to a table, each column to the field of its name. */
    public <E> Mappings map(Class<E> type, Table table) {
        return map(type, table, mapping -> {});
    }

    /**
     * Maps a class to a table, a join of tables, or a subquery. Rows of a join are saved in all of its tables whose keys
     * are mapped; a subquery is only read.
     *
     * @param properties what differs from the columns' names, and the relations
     */
    public <E> Mappings map(Class<E> type, FromItem from, Consumer<ClassMapping<E>> properties) {
        return add(new ClassMapping<>(type, Objects.requireNonNull(from, "from")), properties);
    }

    /**
     * Maps a class as a subclass that shares its superclass's table.
     *
     * @param properties what is to be said of it, its identity above all
     */
    public <E> Mappings map(Class<E> type, Consumer<ClassMapping<E>> properties) {
        return add(new ClassMapping<>(type, null), properties);
    }

    private <E> Mappings add(ClassMapping<E> mapping, Consumer<ClassMapping<E>> properties) {
        properties.accept(mapping);
        mappings.add(mapping);
        return this;
    }

    /** What was mapped so far. */
    public List<ClassMapping<?>> mappings() {
        return Collections.unmodifiableList(mappings);
    }
}
