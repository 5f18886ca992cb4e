package org.aludel.cdi.internal;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.List;
import org.aludel.cdi.AfterFlush;
import org.aludel.cdi.BeforeFlush;
import org.aludel.orm.FlushEvent;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** Passes the events of a factory's sessions on to the observers of the application, if it has any. */
final class SessionEvents {

    private SessionEvents() {}

    static void connect(SessionFactory factory, String name, BeanManager beans) {
        if (isObserved(beans, name, BeforeFlush.Literal.INSTANCE)) {
            factory.on(
                    org.aludel.orm.BeforeFlush.class, event -> fire(beans, event, name, BeforeFlush.Literal.INSTANCE));
        }
        if (isObserved(beans, name, AfterFlush.Literal.INSTANCE)) {
            factory.on(org.aludel.orm.AfterFlush.class, event -> fire(beans, event, name, AfterFlush.Literal.INSTANCE));
        }
    }

    /** Asked once, so that flushes without observers cost nothing. */
    private static boolean isObserved(BeanManager beans, String name, Annotation moment) {
        Session none = new SessionProxy(() -> {
            throw new IllegalStateException("this event is there for its type only");
        });
        FlushEvent sample = moment instanceof AfterFlush
                ? new org.aludel.orm.AfterFlush(none, List.of(), List.of(), List.of())
                : new org.aludel.orm.BeforeFlush(none, List.of(), List.of(), List.of());
        return !beans.resolveObserverMethods(sample, qualifiers(name, moment)).isEmpty();
    }

    private static void fire(BeanManager beans, FlushEvent event, String name, Annotation moment) {
        beans.getEvent().select(FlushEvent.class, qualifiers(name, moment)).fire(event);
    }

    /** Events of a named engine carry its name, so that an observer may ask for it. */
    private static Annotation[] qualifiers(String name, Annotation moment) {
        return name.isEmpty() ? new Annotation[] {moment} : new Annotation[] {moment, ToolkitBeans.qualifier(name)};
    }
}
