package org.aludel.cdi.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import org.aludel.cdi.Db;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.MetaData;

/** Registers the injectable objects of each engine: engine, factory, metadata, and the session's stand-in. */
public final class ToolkitBeans {

    private ToolkitBeans() {}

    public static void register(AfterBeanDiscovery event, BeanManager beans, Deployment deployment) {
        for (String name : deployment.names()) {
            if (!deployment.isProduced(name)) {
                add(event, Engine.class, name, () -> deployment.database(name).engine());
            }
            add(
                    event,
                    SessionFactory.class,
                    name,
                    () -> deployment.database(name).factory());
            add(
                    event,
                    MetaData.class,
                    name,
                    () -> deployment.database(name).factory().metaData());
            add(event, Session.class, name, () -> deployment.session(name));
        }
    }

    /** Dependent, because what is handed out is shared already and must not be wrapped once more. */
    private static <T> void add(AfterBeanDiscovery event, Class<T> type, String name, Supplier<T> supplier) {
        event.<T>addBean()
                .id("aludel:" + type.getName() + ":" + name)
                .beanClass(ToolkitBeans.class)
                .types(type, Object.class)
                .qualifiers(Any.Literal.INSTANCE, qualifier(name))
                .scope(Dependent.class)
                .createWith(context -> supplier.get());
    }

    static Annotation qualifier(String name) {
        return name.isEmpty() ? Default.Literal.INSTANCE : Db.Literal.of(name);
    }
}
