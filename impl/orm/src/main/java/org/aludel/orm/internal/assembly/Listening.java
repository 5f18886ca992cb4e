package org.aludel.orm.internal.assembly;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.MappingException;
import org.aludel.orm.AfterConfigured;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.EventHandler;
import org.aludel.orm.InstrumentClass;
import org.aludel.orm.MapperConfigured;
import org.aludel.orm.Mutable;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
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
    private final Map<AttributeInfo, Boolean> marked = new IdentityHashMap<>();

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

    private void marked(EntityMapper mapper) {
        List<AttributeInfo> attributes = mapper.instrumented().attributes();
        for (ColumnAttribute column : mapper.columns()) {
            boolean isMarked = column.index() >= 0 && isMarked(attributes.get(column.index()), column);
            if (isMarked && !column.isMutable()) {
                mutable(mapper, column.name());
            }
        }
    }

    /** An attribute that classes inherit is one for all of them, and its field is asked once. */
    private boolean isMarked(AttributeInfo attribute, ColumnAttribute column) {
        Boolean known = marked.get(attribute);
        if (known == null) {
            known = column.isMarked(Mutable.class);
            marked.put(attribute, known);
        }
        return known;
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
