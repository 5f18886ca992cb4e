package org.aludel.orm.internal.assembly;

import org.aludel.orm.AfterConfigured;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.InstrumentClass;
import org.aludel.orm.MapperConfigured;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.orm.internal.events.ListenerMethods;
import org.aludel.orm.internal.events.ValidatorMethods;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;

/** Registers what mappings say of listeners and validators, and tells of the mappings that are complete. */
final class Listening {

    private final EventHub events;

    Listening(EventHub events) {
        this.events = events;
    }

    void configured(MapperRegistry registry) {
        for (EntityMapper mapper : registry.all()) {
            events.addAll(ValidatorMethods.of(
                    mapper.type(), mapper.instrumented().lookup()));
            ClassMapping<?> mapping = mapper.mapping();
            if (mapping != null) {
                said(mapper, mapping);
            }
        }
        for (EntityMapper mapper : registry.all()) {
            events.fire(InstrumentClass.class, () -> new InstrumentClass(mapper.type()));
            events.fire(MapperConfigured.class, () -> new MapperConfigured(mapper.type()));
        }
        events.fire(AfterConfigured.class, AfterConfigured::new);
    }

    /** What one mapping says: handlers, listener objects, attributes whose old value must be known. */
    private void said(EntityMapper mapper, ClassMapping<?> mapping) {
        events.addAll(mapping.handlers());
        for (Object listener : mapping.listeners()) {
            events.addAll(ListenerMethods.of(listener, mapping.type()));
        }
        for (String attribute : mapping.activeHistory()) {
            mapper.attribute(attribute).activeHistory(true);
        }
    }
}
