package org.aludel.orm.instrument;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** The description that an enhanced class registers of itself. */
final class RegisteredType extends InstrumentedType {

    private final MethodHandles.Lookup lookup;
    private final @Nullable InstrumentedType superType;
    private final int offset;
    private final List<String> ownNames;
    private final AttributeTraps traps;

    /** Looked up when first asked for: it loads the classes of all fields. */
    private volatile @Nullable List<AttributeInfo> attributes;

    /** An instance whose only use is to make others, without reflection. */
    private volatile @Nullable Instrumented prototype;

    RegisteredType(MethodHandles.Lookup lookup, @Nullable InstrumentedType superType, List<String> ownNames) {
        this.lookup = lookup;
        this.superType = superType;
        this.offset = superType instanceof RegisteredType parent ? parent.offset + parent.ownNames.size() : 0;
        this.ownNames = ownNames;
        this.traps = new AttributeTraps(superType == null ? null : superType.traps());
    }

    @Override
    public Class<?> type() {
        return lookup.lookupClass();
    }

    @Override
    public @Nullable InstrumentedType superType() {
        return superType;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public List<AttributeInfo> attributes() {
        List<AttributeInfo> known = attributes;
        if (known == null) {
            known = describe();
            attributes = known;
        }
        return known;
    }

    private List<AttributeInfo> describe() {
        List<AttributeInfo> all = new ArrayList<>(superType == null ? List.of() : superType.attributes());
        for (String name : ownNames) {
            try {
                all.add(new AttributeInfo(
                        name, type(), type().getDeclaredField(name).getType(), all.size()));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(type().getName() + " registered a field that it does not have", e);
            }
        }
        return List.copyOf(all);
    }

    @Override
    public MethodHandles.Lookup lookup() {
        return lookup;
    }

    @Override
    public AttributeTraps traps() {
        return traps;
    }

    @Override
    public Object newInstance() {
        Instrumented known = prototype;
        if (known == null) {
            known = makePrototype();
            prototype = known;
        }
        return known.$aludel_new();
    }

    private Instrumented makePrototype() {
        if (Modifier.isAbstract(type().getModifiers())) {
            throw new InvalidRequestException(
                    "ALU-0402",
                    "cannot make an instance of an abstract class; where: " + type().getName()
                            + "; what to do: give each row the discriminator of a concrete subclass");
        }
        try {
            return (Instrumented) lookup.findConstructor(type(), MethodType.methodType(void.class, Loading.class))
                    .invoke((Loading) null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the loader constructor of " + type().getName() + " failed", e);
        }
    }

    @Override
    public String toString() {
        return "InstrumentedType[" + type().getName() + "]";
    }
}
