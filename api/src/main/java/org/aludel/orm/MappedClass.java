package org.aludel.orm;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mapped class once its factory is built: tables, attributes, relations, the classes above and below.
 *
 * <pre>{@code
 * for (MappedClass.Relationship relation : sessions.mapping(User.class).relations()) {
 *     System.out.println(relation.name() + " " + relation.direction());
 * }
 * }</pre>
 *
 * @param <E> the class
 * @see SessionFactory#mapping
 * @since 0.1
 */
public interface MappedClass<E> {

    /** How the rows of two classes refer to each other. */
    enum Direction {
        ONE_TO_MANY,
        MANY_TO_ONE,
        MANY_TO_MANY
    }

    /**
     * An attribute that is a column or an expression.
     *
     * @param name name of the field; of the column, if it has no field
     * @param javaType the field's type
     * @param columns the columns that hold the value, the one that is read first; empty for an expression
     * @param expression what is read, for an attribute that is no column
     */
    record Attribute(
            String name,
            Class<?> javaType,
            List<Column<?>> columns,
            @Nullable Expr<?> expression) {}

    /**
     * A relation.
     *
     * @param target the class referred to
     * @param secondary the table between, for a many-to-many relation
     * @param reverse name of the other direction in the target, if there is one
     */
    record Relationship(
            String name,
            Class<?> target,
            Direction direction,
            boolean isCollection,
            @Nullable Table secondary,
            @Nullable String reverse) {}

    /** The class. */
    Class<E> type();

    /** What queries of the class select from. */
    FromItem selectable();

    /** The tables that hold its rows, those of superclasses first; empty for a class that is only read. */
    List<Table> tables();

    /** The table that the class adds, or shares. */
    Table table();

    /** The columns that tell its objects apart. */
    List<Column<?>> primaryKey();

    /** Columns and expressions, those of superclasses first. */
    List<Attribute> attributes();

    /** Relations, those of superclasses first. */
    List<Relationship> relations();

    /**
     * The relation of a name.
     *
     * @throws org.aludel.errors.MappingException ALU-0439 if there is none
     */
    Relationship relation(String name);

    /** The mapped superclass, or null. */
    @Nullable
    MappedClass<? super E> superclass();

    /** Mapped subclasses, direct ones only. */
    List<MappedClass<? extends E>> subclasses();

    /** The discriminator's value for objects of exactly this class, or null. */
    @Nullable
    Object identity();
}
