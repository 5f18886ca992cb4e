package org.aludel.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test, or each test of a class, in which an attribute is loaded by a statement of its own for one object after the
 * other of one result.
 *
 * <pre>{@code
 * @NoNPlusOne
 * class InvoicesTest { ... }
 *
 * @Test
 * @NoNPlusOne(report = true)           // tells of it, and passes
 * void printsInvoices() { ... }
 * }</pre>
 *
 * @see NPlusOneExtension
 * @since 0.1
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NPlusOneExtension.class)
public @interface NoNPlusOne {

    /** Whether what is found only goes into the report of the test and the log, and the test passes. */
    boolean report() default false;

    /** For how many objects of one result an attribute must be loaded one by one to be told of; at least two. */
    int loads() default 2;
}
