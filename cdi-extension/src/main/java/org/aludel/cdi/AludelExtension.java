package org.aludel.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Set;
import org.aludel.cdi.internal.Deployment;
import org.aludel.cdi.internal.RequestSessions;
import org.aludel.cdi.internal.ToolkitBeans;
import org.aludel.engine.Engine;
import org.aludel.orm.Mapped;

/**
 * Discovers mapped classes and engine definitions, makes the toolkit's objects injectable, and validates the whole at
 * deployment: every mistake is listed in one error.
 *
 * <p>It only observes and delegates; what it learns is kept by the {@link Deployment}, one for each application.
 *
 * @since 0.1
 */
public class AludelExtension implements Extension {

    private final Deployment deployment = new Deployment();

    void begin(@Observes BeforeBeanDiscovery event, BeanManager beans) {
        event.addAnnotatedType(beans.createAnnotatedType(RequestSessions.class), RequestSessions.class.getName());
        deployment.readIndex();
    }

    /** Mapped classes are data, not beans. */
    <T> void mapped(@Observes @WithAnnotations(Mapped.class) ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (type.isAnnotationPresent(Mapped.class)) {
            deployment.mapped(type);
            event.veto();
        }
    }

    <T> void defined(
            @Observes @WithAnnotations({EngineDefinition.class, EngineDefinition.List.class})
                    ProcessAnnotatedType<T> event) {
        for (EngineDefinition definition : event.getAnnotatedType().getAnnotations(EngineDefinition.class)) {
            deployment.defined(definition, event.getAnnotatedType().getJavaClass());
        }
    }

    void injected(@Observes ProcessInjectionPoint<?, ?> event) {
        deployment.injected(event.getInjectionPoint());
    }

    void produced(@Observes ProcessProducer<?, Engine> event) {
        deployment.produced(event.getAnnotatedMember());
    }

    void register(@Observes AfterBeanDiscovery event, BeanManager beans) {
        deployment.settle();
        ToolkitBeans.register(event, beans, deployment);
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        deployment.start(beans).ifPresent(event::addDeploymentProblem);
    }

    /** The mapped classes that were discovered; the extension can be injected to ask for them. */
    public Set<Class<?>> mappedClasses() {
        return deployment.mappedClasses();
    }

    void end(@Observes BeforeShutdown event) {
        deployment.close();
    }
}
