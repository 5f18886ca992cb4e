package org.aludel.itests.corpus;

import java.util.Locale;
import java.util.Objects;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Methods of types. */
final class TypeMethods {

    private TypeMethods() {}

    static void register() {
        Words.of(Type.class)
                .method("with_variant", (t, a) -> variant(t, Convert.type(a.at(0)), a.text(1)))
                .method("_compare_type_affinity", (t, a) -> family(t) == family(Convert.type(a.at(0))))
                .method("compile", (t, a) -> t.toString())
                .method("as_generic adapt copy", (t, a) -> t)
                .property("python_type", t -> t.javaType().getSimpleName().toLowerCase(Locale.ROOT))
                .property("length", t -> Reflection.call(t, "length"))
                .property("item_type", t -> Reflection.call(t, "element"));
    }

    private static TypeFamily family(Type<?> type) {
        return type.family();
    }

    @SuppressWarnings("unchecked")
    private static Object variant(Type<?> type, @Nullable Type<?> other, String dialect) {
        return ((Type<Object>) type).withVariant((Type<Object>) Objects.requireNonNull(other), dialect);
    }
}
