package org.aludel.orm.instrument;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mapper knows of an enhanced class: its attributes in run-time index order, its traps, and how to make an
 * instance without running the user's constructor.
 *
 * <p>Run-time indexes: the attributes of the enhanced superclasses first (root first), then the class's own in order of
 * declaration. They are offset at run time, because a superclass may be compiled apart.
 */
public abstract class InstrumentedType {

    /** One attribute of an enhanced class. */
    public record AttributeInfo(String name, Class<?> declaringClass, Class<?> type, int index) {}

    /**
     * Describes an enhanced class, initialising it if need be.
     *
     * @throws org.aludel.errors.NotInstrumentedException naming class, jar and the remedies
     */
    public static InstrumentedType of(Class<?> type) {
        throw notInstrumented(type); // replaced by the instrumentation
    }

    /** Describes an enhanced class, or returns null for any other. */
    public static @Nullable InstrumentedType find(Class<?> type) {
        return null;
    }

    /** The error for a class that was not enhanced. */
    public static RuntimeException notInstrumented(Class<?> type) {
        return new org.aludel.errors.NotInstrumentedException(type);
    }

    public abstract Class<?> type();

    /** All attributes, inherited ones included; position is run-time index. */
    public abstract List<AttributeInfo> attributes();

    /** Full-privilege look-up object of the class itself, kept by the class. */
    public abstract MethodHandles.Lookup lookup();

    /** Traps of instances of exactly this class that have no state. */
    public abstract AttributeTraps traps();

    /** A new instance by the synthetic loader constructor: no user code runs, all fields have default values. */
    public abstract Object newInstance();
}
