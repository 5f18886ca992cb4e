package org.aludel.instrument.enhancer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Resolves fields and superclasses the way the JVM does, and remembers what it found. */
final class Hierarchy {

    private final Types types;
    private final Map<String, Optional<TypeInfo>> known = new ConcurrentHashMap<>();
    private final Map<String, Optional<Accessor>> accessors = new ConcurrentHashMap<>();

    Hierarchy(Types types) {
        this.types = types;
    }

    /** The accessors that stand in for a mapped field. */
    record Accessor(FieldInfo field, String getter, String setter) {

        boolean isPrivate() {
            return (field.access() & org.objectweb.asm.Opcodes.ACC_PRIVATE) != 0;
        }
    }

    /** Prefers what the class file itself says, except that it may be named as mapped elsewhere. */
    TypeInfo learn(TypeInfo fromClassFile) {
        TypeInfo other = types.find(fromClassFile.name());
        boolean mapped = fromClassFile.mapped() || (other != null && other.mapped());
        TypeInfo merged = new TypeInfo(
                fromClassFile.name(),
                fromClassFile.superName(),
                mapped,
                fromClassFile.fields(),
                fromClassFile.methods());
        known.put(merged.name(), Optional.of(merged));
        return merged;
    }

    @Nullable
    TypeInfo find(@Nullable String name) {
        if (name == null || name.startsWith("java/") || name.startsWith("[")) {
            return null;
        }
        Optional<TypeInfo> found = known.get(name);
        if (found == null) {
            // No lock is held meanwhile: an agent is asked by class loaders, and asks them.
            found = Optional.ofNullable(types.find(name));
            known.put(name, found);
        }
        return found.orElse(null);
    }

    @Nullable
    TypeInfo mappedAncestor(TypeInfo type) {
        TypeInfo ancestor = find(type.superName());
        while (ancestor != null && !ancestor.mapped()) {
            ancestor = find(ancestor.superName());
        }
        return ancestor;
    }

    /** The accessors of the field that an instruction names, or null if it is no attribute of a mapped class. */
    @Nullable
    Accessor accessor(String owner, String field, String descriptor) {
        if (owner.startsWith("java/")) {
            return null;
        }
        String key = owner + '.' + field + ':' + descriptor;
        Optional<Accessor> found = accessors.get(key);
        if (found == null) {
            found = Optional.ofNullable(resolve(owner, field, descriptor));
            accessors.put(key, found);
        }
        return found.orElse(null);
    }

    private @Nullable Accessor resolve(String owner, String name, String descriptor) {
        for (TypeInfo type = find(owner); type != null; type = find(type.superName())) {
            FieldInfo field = type.field(name, descriptor);
            if (field != null) {
                return type.mapped() && field.isAttribute() ? accessor(type, field) : null;
            }
        }
        return null;
    }

    Accessor accessor(TypeInfo declaring, FieldInfo field) {
        String suffix = declaringPart(declaring) + "_" + field.name();
        return new Accessor(field, Names.PREFIX + "get_" + suffix, Names.PREFIX + "set_" + suffix);
    }

    /** The simple name, told apart from superclasses of the same simple name, whose accessors must not be overridden. */
    private String declaringPart(TypeInfo declaring) {
        String simpleName = declaring.simpleName();
        int same = 0;
        for (TypeInfo a = mappedAncestor(declaring); a != null; a = mappedAncestor(a)) {
            if (a.simpleName().equals(simpleName)) {
                same++;
            }
        }
        return same == 0 ? simpleName : simpleName + "$" + same;
    }
}
