package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Methods and attributes of the reference system whose words in the API differ, or whose arguments do. Those that are not
 * here have the same name, in Java's form.
 */
final class Words {

    /** A method. */
    @FunctionalInterface
    interface Method {
        @Nullable
        Object call(Object target, Args arguments);
    }

    /** An attribute. */
    @FunctionalInterface
    interface Property {
        @Nullable
        Object of(Object target);
    }

    /** A method of one type of object. */
    @FunctionalInterface
    interface TypedMethod<T> {
        @Nullable
        Object call(T target, Args arguments);
    }

    /** An attribute of one type of object. */
    @FunctionalInterface
    interface TypedProperty<T> {
        @Nullable
        Object of(T target);
    }

    /** The words of one type of object. */
    static final class Of<T> {

        private final Class<T> type;
        private final Map<String, Method> methods = new HashMap<>();
        private final Map<String, Property> properties = new HashMap<>();

        private Of(Class<T> type) {
            this.type = type;
        }

        Of<T> method(String names, TypedMethod<? super T> method) {
            for (String name : names.split(" ")) {
                methods.put(name, (target, arguments) -> method.call(type.cast(target), arguments));
            }
            return this;
        }

        Of<T> property(String names, TypedProperty<? super T> property) {
            for (String name : names.split(" ")) {
                properties.put(name, target -> property.of(type.cast(target)));
            }
            return this;
        }
    }

    private static final List<Of<?>> ALL = new ArrayList<>();

    static {
        DmlMethods.register();
        SelectMethods.register();
        FromMethods.register();
        SchemaMethods.register();
        FunctionMethods.register();
        ExpressionMethods.register();
        TypeMethods.register();
    }

    private Words() {}

    /** Begins the words of a type of object; what is begun first is looked at first. */
    static <T> Of<T> of(Class<T> type) {
        Of<T> words = new Of<>(type);
        ALL.add(words);
        return words;
    }

    static @Nullable Method method(Object target, String name) {
        for (Of<?> words : ALL) {
            Method method = words.type.isInstance(target) ? words.methods.get(name) : null;
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    static @Nullable Property property(Object target, String name) {
        for (Of<?> words : ALL) {
            Property property = words.type.isInstance(target) ? words.properties.get(name) : null;
            if (property != null) {
                return property;
            }
        }
        return null;
    }
}
