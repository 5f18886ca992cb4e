package org.aludel.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Defines an engine on any bean, for what is not left to configuration. Settings of the same engine win over it.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @EngineDefinition(dataSource = "java:comp/DefaultDataSource")
 * @EngineDefinition(name = "audit", url = "h2:///mem:audit")
 * public class Databases {}
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(EngineDefinition.List.class)
public @interface EngineDefinition {

    /** The engine's name; empty for the default engine. */
    String name() default "";

    /** The database's URL. */
    String url() default "";

    /** JNDI name of a DataSource, instead of a URL. */
    String dataSource() default "";

    /** Several definitions on one bean. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        EngineDefinition[] value();
    }
}
