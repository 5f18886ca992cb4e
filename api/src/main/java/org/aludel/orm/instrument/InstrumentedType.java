package org.aludel.orm.instrument;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.errors.NotInstrumentedException;
import org.aludel.orm.Mapped;
import org.aludel.orm.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * What the mapper knows of an enhanced class: its attributes in run-time index order, its traps, and how to make an
 * instance without running the user's constructor.
 *
 * <p>Run-time indexes: the attributes of the enhanced superclasses first (root first), then the class's own in order of
 * declaration. They are offset at run time, because a superclass may be compiled apart.
 */
public abstract class InstrumentedType {

    /** The description hangs on the class itself, so that it goes when the class's loader goes. */
    private static final ClassValue<AtomicReference<@Nullable InstrumentedType>> REGISTERED = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable InstrumentedType> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    /** One attribute of an enhanced class. */
    public record AttributeInfo(String name, Class<?> declaringClass, Class<?> type, int index) {}

    /** Only this package describes classes. */
    InstrumentedType() {}

    /**
     * Describes an enhanced class, initialising it if need be.
     *
     * @throws NotInstrumentedException naming class, jar and the remedies (ALU-0401), also if it is a mapped superclass
     *     that has not been enhanced
     */
    public static InstrumentedType of(Class<?> type) {
        InstrumentedType found = find(type);
        if (found == null) {
            throw notInstrumented(type);
        }
        for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            if (isMapped(c) && REGISTERED.get(c).get() == null) {
                throw notInstrumented(c);
            }
        }
        return found;
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Mapped.class) || type.isAnnotationPresent(MappedSuperclass.class);
    }

    /** Describes an enhanced class, or returns null for any other. */
    public static @Nullable InstrumentedType find(Class<?> type) {
        InstrumentedType known = REGISTERED.get(type).get();
        if (known != null || type.isInterface() || !Instrumented.class.isAssignableFrom(type)) {
            return known;
        }
        initialize(type);
        return REGISTERED.get(type).get();
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type.getName() + " is not found by its own class loader", e);
        }
    }

    /** The error for a class that was not enhanced. */
    public static RuntimeException notInstrumented(Class<?> type) {
        return new NotInstrumentedException(type);
    }

    /**
     * Called by the static initializer of an enhanced class, before any code of the user.
     *
     * @param lookup the class's own look-up object
     * @param attributes names of the attributes that the class itself declares, separated by commas
     */
    public static InstrumentedType register(MethodHandles.Lookup lookup, String attributes) {
        Class<?> type = lookup.lookupClass();
        InstrumentedType parent = null;
        for (Class<?> c = type.getSuperclass(); c != null && parent == null; c = c.getSuperclass()) {
            parent = REGISTERED.get(c).get();
        }
        InstrumentedType registered =
                new RegisteredType(lookup, parent, attributes.isEmpty() ? List.of() : List.of(attributes.split(",")));
        REGISTERED.get(type).set(registered);
        return registered;
    }

    /** Called by generated code on the result of {@code super.clone()}: a copy is an object no session has seen. */
    public static Object detachClone(Object clone) {
        if (clone instanceof Instrumented copy) {
            copy.$aludel_state(null);
        }
        return clone;
    }

    /** Called by generated code for an index that no class of the hierarchy has. */
    public static RuntimeException noSuchAttribute(int index) {
        return new IndexOutOfBoundsException("no attribute has the run-time index " + index);
    }

    public abstract Class<?> type();

    /** The nearest enhanced superclass, or null. */
    public abstract @Nullable InstrumentedType superType();

    /** Run-time index of the first attribute that the class itself declares. */
    public abstract int offset();

    /** All attributes, inherited ones included; position is run-time index. */
    public abstract List<AttributeInfo> attributes();

    /** Full-privilege look-up object of the class itself, kept by the class. */
    public abstract MethodHandles.Lookup lookup();

    /** Traps of instances of exactly this class that have no state. */
    public abstract AttributeTraps traps();

    /**
     * A new instance by the synthetic loader constructor: no user code of mapped classes runs, all fields have default
     * values. An unmapped superclass is initialised by its constructor without arguments.
     *
     * @throws org.aludel.errors.InvalidRequestException for an abstract class (ALU-0402)
     */
    public abstract Object newInstance();
}
