package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refines the column of a field. A field without it is mapped all the same: to the column named by the naming strategy,
 * of the type that suits the field's Java type; primitives are NOT NULL.
 *
 * <pre>{@code
 * @Col(length = 50, nullable = false) private String name;
 * @Col(name = "unit_price", precision = 10, scale = 2) private BigDecimal price;
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Col {

    /** Name of the column; empty for the name that the naming strategy gives. */
    String name() default "";

    /** Greatest length of text or bytes; 0 for unlimited. */
    int length() default 0;

    /** False for NOT NULL; has no effect on primitives and keys, which are NOT NULL anyway. */
    boolean nullable() default true;

    /** True for a unique constraint on this column alone. */
    boolean unique() default false;

    /** True for an index on this column alone. */
    boolean index() default false;

    /** Number of decimal digits of a {@code BigDecimal}; 0 leaves it to the database. */
    int precision() default 0;

    /** Digits after the decimal point of a {@code BigDecimal}. */
    int scale() default 0;

    /** True to keep the value as JSON. */
    boolean json() default false;

    /** True to leave the value out until it is read, or a query says {@code undefer}. */
    boolean deferred() default false;

    /** True if reading the value while it is left out is an error; for deferred columns. */
    boolean raiseLoad() default false;

    /** Group of columns that are left out, and read together when one of them is; makes the column deferred. */
    String group() default "";

    /** SQL text of the default that the database supplies, as {@code "0"} or {@code "CURRENT_TIMESTAMP"}. */
    String serverDefault() default "";
}
