package org.aludel.cdi.internal;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.cdi.EngineDefinition;
import org.aludel.engine.Engine;
import org.aludel.errors.AludelException;
import org.aludel.orm.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Makes the engines and session factories of a deployment from settings, definitions and producers. */
final class EngineRoom {

    private final Settings settings;
    private final BeanManager beans;
    private final Mistakes mistakes;
    private final @Nullable JtaSupport jta;

    EngineRoom(Settings settings, BeanManager beans, Mistakes mistakes) {
        this.settings = settings;
        this.beans = beans;
        this.mistakes = mistakes;
        this.jta = JtaSupport.find(settings, mistakes);
    }

    /** An engine with its factory, or null after a mistake, which has been noted. */
    @Nullable
    Database database(String name, @Nullable EngineDefinition definition, boolean produced, List<Class<?>> classes) {
        String where = name.isEmpty() ? "default engine" : "engine '" + name + "'";
        Engine engine = null;
        try {
            engine = produced ? producedEngine(name) : engine(name, definition);
            SessionFactory factory = SessionFactory.builder(engine).map(classes).build();
            SessionEvents.connect(factory, name, beans);
            SessionSource sessions = jta == null
                    ? new SessionSource(name, beans, factory::open, null)
                    : new SessionSource(name, beans, jta.opener(factory), jta.binding());
            return new Database(engine, factory, sessions, !produced);
        } catch (AludelException mistake) {
            mistakes.add(where, mistake);
            if (engine == null) {
                // The mapping is checked all the same, so that all mistakes show at once.
                MappingCheck.run(classes, mistakes);
            } else if (!produced) {
                engine.close();
            }
            return null;
        }
    }

    /** The engine itself and not the container's client proxy, which would stand between us and its hot paths. */
    @SuppressWarnings("unchecked")
    private Engine producedEngine(String name) {
        Bean<Engine> bean = (Bean<Engine>) beans.resolve(beans.getBeans(Engine.class, ToolkitBeans.qualifier(name)));
        return beans.getContext(bean.getScope()).get(bean, beans.createCreationalContext(bean));
    }

    private Engine engine(String name, @Nullable EngineDefinition definition) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (definition != null && !definition.url().isEmpty()) {
            properties.put("url", definition.url());
        }
        if (definition != null && !definition.dataSource().isEmpty()) {
            properties.put("datasource", definition.dataSource());
        }
        Map<String, String> configured = settings.ofEngine(name);
        if (configured.containsKey("url") || configured.containsKey("datasource")) {
            properties.clear();
        }
        properties.putAll(configured);
        properties.putIfAbsent("name", name.isEmpty() ? "default" : name);
        return jta == null ? Engine.of(properties) : jta.engine(properties);
    }
}
