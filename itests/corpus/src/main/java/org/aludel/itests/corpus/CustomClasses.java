package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Classes of sources that extend the reference system: own types, elements, functions, enumerations. */
final class CustomClasses {

    private static final Map<String, PyClass> FUNCTIONS = new HashMap<>();
    private static final Map<Object, Map<String, Callable>> RULES = new HashMap<>();

    private CustomClasses() {}

    /** A constant of an enumeration. */
    record Constant(String name, @Nullable Object value) implements Namespace {

        @Override
        public @Nullable Object attribute(String wanted) {
            return wanted.equals("value") ? value : name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Forgets what earlier sources defined. */
    static void forget() {
        FUNCTIONS.clear();
        RULES.clear();
    }

    /** Called for each class that a source defines, when its members are known. */
    static void defined(PyClass type) {
        if (type.isA("GenericFunction")) {
            Object name = type.member("name");
            FUNCTIONS.put(String.valueOf(name == null ? type.name() : name).toLowerCase(Locale.ROOT), type);
        }
        if (type.isA("enum.Enum")) {
            type.members().replaceAll((name, value) -> new Constant(name, value));
        }
    }

    /** {@code compiles(type, *dialects)}, which takes the rule. */
    static Callable compiles(Args arguments) {
        Object type = Objects.requireNonNull(arguments.at(0));
        return rule -> {
            Callable function = (Callable) Objects.requireNonNull(rule.at(0));
            Map<String, Callable> rules = RULES.computeIfAbsent(type, t -> new LinkedHashMap<>());
            List<@Nullable Object> dialects = arguments.from(1).all();
            if (dialects.isEmpty()) {
                rules.put("", function);
            }
            dialects.forEach(dialect -> rules.put(String.valueOf(dialect), function));
            return function;
        };
    }

    /** The rule for a class on a dialect, or null. */
    static @Nullable Callable rule(PyClass type, String dialect) {
        Map<String, Callable> rules = RULES.getOrDefault(type, Map.of());
        Callable rule = rules.getOrDefault(dialect, rules.get(""));
        if (rule != null) {
            return rule;
        }
        for (Object base : type.bases()) {
            if (base instanceof PyClass other && rule(other, dialect) != null) {
                return rule(other, dialect);
            }
        }
        return null;
    }

    /** The labels of an enumeration's constants. */
    static List<String> labels(PyClass constants, @Nullable Object values) {
        List<String> labels = new ArrayList<>();
        if (values instanceof Callable function) {
            PyValues.iterable(function.call(Args.of(constants))).forEach(label -> labels.add(String.valueOf(label)));
        } else {
            constants.members().values().forEach(constant -> labels.add(String.valueOf(constant)));
        }
        return labels;
    }

    /** What an object of such a class is in the API. */
    static @Nullable Object made(PyInstance instance, Args arguments) {
        PyClass type = instance.type();
        if (type.isA("UserDefinedType")) {
            return new CustomTypes.Own(instance);
        }
        if (type.isA("TypeDecorator")) {
            return new CustomTypes.Decorated(instance, impl(type.member("impl"), arguments));
        }
        Object base = base(type);
        if (base instanceof PyType plain) {
            return new CustomTypes.Decorated(instance, Convert.type(plain.call(arguments)));
        }
        if (type.isA("GenericFunction")) {
            return function(type, arguments);
        }
        if (type.isA("FunctionElement") || type.isA("ColumnElement")) {
            return CustomElements.expression(instance, arguments);
        }
        if (type.isA("Executable") || type.isA("DDLElement") || type.isA("ClauseElement")) {
            return new CustomElements.Statement(instance);
        }
        return instance;
    }

    private static @Nullable Object base(PyClass type) {
        for (Object one : type.bases()) {
            Object found = one instanceof PyClass other ? base(other) : one;
            if (found instanceof PyType) {
                return found;
            }
        }
        return null;
    }

    private static Type<?> impl(@Nullable Object impl, Args arguments) {
        return impl instanceof PyType plain ? Convert.type(plain.call(arguments)) : Convert.type(impl);
    }

    /** A function that a source defined, or null. */
    static @Nullable Callable function(String name) {
        PyClass type = FUNCTIONS.get(name.toLowerCase(Locale.ROOT));
        return type == null ? null : arguments -> function(type, arguments);
    }

    private static Object function(PyClass type, Args arguments) {
        Object name = type.member("name");
        Object identifier = type.member("identifier");
        Object result = type.member("type");
        Object called = name != null ? name : identifier != null ? identifier : type.name();
        Type<?> returned = result == null ? Types.UNKNOWN : Convert.type(result);
        return Sql.func(String.valueOf(called), returned, arguments.all().toArray());
    }
}
