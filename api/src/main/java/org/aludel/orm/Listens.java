package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a listener object as handler of the event that is its only parameter.
 *
 * <pre>{@code
 * public final class Audit {
 *     @Listens
 *     public void inserted(AfterInsert event) { ... }
 *
 *     @Listens(type = User.class, attribute = "name")
 *     public void renamed(AttributeSet event) { ... }
 * }
 *
 * sessions.listen(new Audit());
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Listens {

    /** The class whose objects are meant, with its subclasses; by default all. */
    Class<?> type() default Object.class;

    /** The attribute that is meant; by default all. */
    String attribute() default "";
}
