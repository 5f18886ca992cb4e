package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a field's value in several columns of the owner's table: one for each component of a record, or for each field of
 * a class whose constructor takes them all, in order.
 *
 * <pre>{@code
 * record Place(String street, @Col(length = 80) String city) {}
 *
 * @Composite(prefix = "home_") private Place home;       // columns home_street and home_city
 * @Composite(columns = {"x1", "y1"}) private Point start; // columns that may have fields of their own
 *
 * session.query(User.class).filter(User_.home.eq(new Place("Main Street", "Rome"))).all();
 * session.query(User.class).orderBy(User_.home.part("city")).all();
 * }</pre>
 *
 * <p>If all columns are NULL, the field is null. {@link Col} on a component refines its column; components are null where
 * a primitive would have to be. Values are replaced as a whole, unless their class extends {@link MutableComposite}.
 *
 * @see Orm#composite
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Composite {

    /** What the names of the columns begin with; the rest is the component's name by the naming strategy. */
    String prefix() default "";

    /** Names of the columns, one for each component; empty for those that prefix and components give. */
    String[] columns() default {};
}
