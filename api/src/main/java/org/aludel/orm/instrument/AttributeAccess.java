package org.aludel.orm.instrument;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.errors.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes attributes by name, as the enhanced code of a program does: what is not loaded is loaded, changes are
 * noticed.
 *
 * @since 0.1
 */
public final class AttributeAccess {

    private static final ClassValue<Map<String, Integer>> INDEXES = new ClassValue<>() {
        @Override
        protected Map<String, Integer> computeValue(Class<?> type) {
            Map<String, Integer> indexes = new ConcurrentHashMap<>();
            InstrumentedType.of(type).attributes().forEach(info -> indexes.put(info.name(), info.index()));
            return indexes;
        }
    };

    private AttributeAccess() {}

    /**
     * Reads an attribute, loading it if need be.
     *
     * @throws MappingException ALU-0622 if the class has no such attribute
     */
    public static @Nullable Object read(Object instance, String name) {
        int index = index(instance, name);
        Instrumented object = (Instrumented) instance;
        InstanceState state = object.$aludel_state();
        long bit = InstanceState.bit(index);
        if (state == null) {
            if ((object.$aludel_type().traps().read & bit) != 0) {
                AttributeTraps.onRead(object, index);
            }
        } else if ((state.trapRead & bit) != 0) {
            state.onRead(instance, index);
        }
        return object.$aludel_raw(index);
    }

    /**
     * Writes an attribute.
     *
     * @throws MappingException ALU-0622 if the class has no such attribute
     */
    public static void write(Object instance, String name, @Nullable Object value) {
        int index = index(instance, name);
        Instrumented object = (Instrumented) instance;
        InstanceState state = object.$aludel_state();
        long bit = InstanceState.bit(index);
        Object taken = value;
        if (state == null) {
            if ((object.$aludel_type().traps().write & bit) != 0) {
                taken = AttributeTraps.onWrite(object, index, value);
            }
        } else if ((state.trapWrite & bit) != 0) {
            taken = state.onWrite(instance, index, value);
        }
        object.$aludel_raw(index, taken);
    }

    private static int index(Object instance, String name) {
        Integer index = INDEXES.get(instance.getClass()).get(name);
        if (index == null) {
            throw new MappingException(
                    "ALU-0622",
                    "the class has no attribute " + name + "; where: "
                            + instance.getClass().getName()
                            + "; what to do: use one of "
                            + INDEXES.get(instance.getClass()).keySet());
        }
        return index;
    }
}
