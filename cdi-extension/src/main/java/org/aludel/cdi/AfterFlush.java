package org.aludel.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Observes a flush that has written: {@code void audit(@Observes @AfterFlush FlushEvent event)}. The observer runs on
 * the flush's thread, inside its transaction; an exception of the observer ends the flush.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface AfterFlush {

    /** The qualifier as an object. */
    final class Literal extends AnnotationLiteral<AfterFlush> implements AfterFlush {
        private static final long serialVersionUID = 1L;

        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
