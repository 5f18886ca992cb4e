package org.aludel.orm.internal.assembly;

import java.util.List;
import org.aludel.errors.MappingException;
import org.aludel.orm.AfterConfigured;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.EventHandler;
import org.aludel.orm.InstrumentClass;
import org.aludel.orm.MapperConfigured;
import org.aludel.orm.Mutable;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.orm.internal.events.ListenerMethods;
import org.aludel.orm.internal.events.ValidatorMethods;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.state.MutableValues;

/** Registers what mappings say of listeners and validators, and tells of the mappings that are complete. */
final class Listening {

    private final EventHub events;

    Listening(EventHub events) {
        this.events = events;
    }

    void configured(MapperRegistry registry) {
        for (EntityMapper mapper : registry.all()) {
            add(ValidatorMethods.of(mapper.type(), mapper.instrumented().lookup()));
            marked(mapper);
            ClassMapping<?> mapping = mapper.mapping();
            if (mapping != null) {
                said(mapper, mapping);
            }
        }
        if (!events.isEmpty()) {
            tell(registry);
        }
    }

    private void tell(MapperRegistry registry) {
        for (EntityMapper mapper : registry.all()) {
            events.fire(InstrumentClass.class, () -> new InstrumentClass(mapper.type()));
            events.fire(MapperConfigured.class, () -> new MapperConfigured(mapper.type()));
        }
        events.fire(AfterConfigured.class, AfterConfigured::new);
    }

    private void add(List<EventHandler<?>> handlers) {
        if (!handlers.isEmpty()) {
            events.addAll(handlers);
        }
    }

    private static void mutable(EntityMapper mapper, String name) {
        if (mapper.attribute(name) instanceof ColumnAttribute column
                && column.index() >= 0
                && MutableValues.fits(column.javaType())) {
            column.mutable(true);
            return;
        }
        throw new MappingException(
                "ALU-0488",
                "an attribute can't have values that are changed in place; where: " + mapper.name() + "." + name
                        + "; what to do: declare the field as Map, List, Set, Collection or Object, or as a class that"
                        + " implements MutableValue, and map it to one column");
    }

    private static void marked(EntityMapper mapper) {
        for (ColumnAttribute column : mapper.columns()) {
            if (column.index() >= 0 && column.isMarked(Mutable.class) && !column.isMutable()) {
                mutable(mapper, column.name());
            }
        }
    }

    /** What one mapping says: handlers, listener objects, attributes whose old value must be known. */
    private void said(EntityMapper mapper, ClassMapping<?> mapping) {
        add(mapping.handlers());
        for (Object listener : mapping.listeners()) {
            events.addAll(ListenerMethods.of(listener, mapping.type()));
        }
        for (String attribute : mapping.mutable()) {
            mutable(mapper, attribute);
        }
        for (String attribute : mapping.activeHistory()) {
            mapper.attribute(attribute).activeHistory(true);
        }
    }
}
