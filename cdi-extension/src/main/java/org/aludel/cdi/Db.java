package org.aludel.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names an engine that is not the default one: {@code @Inject @Db("audit") Session audit;}. On a mapped class it says
 * that the class belongs to that engine; classes without it belong to the default one. An engine for which no class is
 * named maps the classes of the default engine.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Db {

    /** The engine's name, as in the settings {@code aludel.<name>.url}. */
    String value();

    /** An instance of the annotation, for look-ups by hand. */
    final class Literal extends AnnotationLiteral<Db> implements Db {
        private static final long serialVersionUID = 1L;
        private final String name;

        private Literal(String name) {
            this.name = name;
        }

        /** The qualifier of the engine of this name. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return name;
        }
    }
}
