package org.aludel.compliance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link ComplianceArea} as a check. Where the database lacks something that it requires, the check is
 * reported as skipped, by name and with what is lacking.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Check {

    /** What the database must be able to do. */
    Requirement[] value() default {};
}
