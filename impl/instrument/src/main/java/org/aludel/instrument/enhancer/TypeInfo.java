package org.aludel.instrument.enhancer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class as the enhancer sees it, read from a class file or from the compiler's model.
 *
 * @param name internal name
 * @param superName internal name of the superclass; null for {@code java.lang.Object}
 * @param mapped whether the class is annotated as mapped or named for instrumentation
 * @param methods names and descriptors with access flags, of {@code clone} and of the constructor without arguments only
 */
public record TypeInfo(
        String name, @Nullable String superName, boolean mapped, List<FieldInfo> fields, List<MethodInfo> methods) {

    /** A method that matters to subclasses. */
    public record MethodInfo(int access, String name, String descriptor) {

        static boolean matters(String name, String descriptor) {
            return name.equals("<init>") && descriptor.equals("()V")
                    || name.equals("clone") && descriptor.startsWith("()");
        }
    }

    @Nullable
    FieldInfo field(String fieldName, String descriptor) {
        for (FieldInfo field : fields) {
            if (field.name().equals(fieldName) && field.descriptor().equals(descriptor)) {
                return field;
            }
        }
        return null;
    }

    List<FieldInfo> attributes() {
        return fields.stream().filter(FieldInfo::isAttribute).toList();
    }

    /** The last part of the name; of a nested class with those of its enclosing classes. */
    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
