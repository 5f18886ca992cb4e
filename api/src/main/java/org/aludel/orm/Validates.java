package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a mapped class as validator of attributes. It is called before a value is assigned or a member is
 * added to a collection, and returns what is to be taken; an exception leaves the attribute as it is.
 *
 * <pre>{@code
 * @Validates("email")
 * private String checkEmail(String email) {
 *     if (!email.contains("@")) throw new IllegalArgumentException(email);
 *     return email.trim();
 * }
 * }</pre>
 *
 * <p>Parameters: the value; or the attribute's name and the value; or those two and a {@code boolean} that is true for a
 * removal.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Validates {

    /** Names of the attributes. */
    String[] value();

    /** Whether members that leave a collection are given too; what is returned for them is ignored. */
    boolean includeRemoves() default false;

    /** Whether changes are given that come from the other side of a relation. */
    boolean includeBackrefs() default true;
}
