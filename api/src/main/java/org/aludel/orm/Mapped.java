package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class to a table. All fields that are neither static, transient nor {@link Unmapped} become attributes.
 *
 * <p>A mapped subclass with a {@link #table()} is joined to its superclass's table, one without shares it.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mapped {

    /** Name of the table; empty for the naming strategy's choice, or, in a subclass, for the superclass's table. */
    String table() default "";

    /** Schema of the table; empty for the database's default. */
    String schema() default "";

    /** Name of the attribute or column that tells the classes of a hierarchy apart. */
    String discriminator() default "";

    /** Value of the discriminator for instances of exactly this class. */
    String identity() default "";

    /**
     * Columns of a joined subclass's table that refer to the superclass's key, in the key's order; empty for columns of
     * the same names.
     */
    String[] keyColumns() default {};

    /** True for a subclass whose table holds whole rows, inherited columns included. */
    boolean concrete() default false;

    /** How queries of a superclass read the columns that this class adds. */
    PolymorphicLoad load() default PolymorphicLoad.ON_DEMAND;
}
