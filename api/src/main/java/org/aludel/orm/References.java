package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aludel.schema.ForeignKeyAction;

/**
 * Declares a foreign key. On a plain field the field's column refers to the named one; on a {@link Relationship}
 * reference the class gets a foreign key column without a field of its own:
 *
 * <pre>{@code
 * @References(value = "users.id", onDelete = CASCADE) private Integer userId;
 *
 * @Relationship @References("artists.id") private Artist artist;      // column artist_id, no field
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface References {

    /** The column referred to, as {@code "table.column"}. */
    String value();

    /** What the database does to the referring rows when the row referred to is deleted. */
    ForeignKeyAction onDelete() default ForeignKeyAction.NO_ACTION;

    /** What the database does to the referring rows when the key referred to changes. */
    ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

    /** True for a constraint whose check can be put off to the end of the transaction. */
    boolean deferrable() default false;

    /** Name of the constraint; empty for none. */
    String name() default "";
}
