package org.aludel.itests.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.FromItem;
import org.aludel.sql.QueryExpression;
import org.jspecify.annotations.Nullable;

/** Looks up attributes and methods: of the sources' own values, then in the tables of words, then in the API. */
final class Attributes {

    private Attributes() {}

    /** The value of an attribute. */
    static @Nullable Object get(@Nullable Object target, String name) {
        if (target instanceof Namespace namespace) {
            return namespace.attribute(name);
        }
        if (target instanceof Columns columns) {
            return columns.get(name);
        }
        if (target instanceof PyInstance instance) {
            Object member = instance.attribute(name);
            return member == null && instance.behind() != null ? get(instance.behind(), name) : member;
        }
        if (target instanceof PyType type) {
            return type.name().equals("JSON") && name.equals("NULL")
                    ? new JsonNull()
                    : new PyBase(type.name() + "." + name);
        }
        if (target instanceof PyClass type) {
            return type.member(name);
        }
        if (target instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        if ((name.equals("c") || name.equals("columns")) && target instanceof FromItem from) {
            return new Columns(from);
        }
        if ((name.equals("c") || name.equals("columns") || name.equals("selected_columns"))
                && target instanceof QueryExpression query) {
            return new Columns(query.subquery());
        }
        if (target == null) {
            throw new ArgumentException("ALU-0000", "None has no attribute " + name);
        }
        Words.Property property = Words.property(target, name);
        if (property != null) {
            return property.of(target);
        }
        if (Words.method(target, name) != null) {
            return (Callable) args -> callMethod(target, name, args);
        }
        return Reflection.call(target, Reflection.camel(name));
    }

    /** Calls a function, or makes an object of a class. */
    static @Nullable Object call(@Nullable Object function, Args arguments) {
        if (function instanceof Callable callable) {
            return callable.call(arguments);
        }
        throw new Gap("not to be called: " + function);
    }

    /** Calls a method. */
    static @Nullable Object callMethod(@Nullable Object target, String name, Args arguments) {
        if (target instanceof Namespace namespace) {
            return call(namespace.attribute(name), arguments);
        }
        if (target instanceof PyInstance instance) {
            Object member = instance.attribute(name);
            return member == null && instance.behind() != null
                    ? callMethod(instance.behind(), name, arguments)
                    : call(member, instance.attributes().containsKey(name) ? arguments : instance.with(arguments));
        }
        if (target instanceof PyClass type) {
            return call(type.member(name), arguments);
        }
        if (target instanceof String text) {
            return string(text, name, arguments);
        }
        if (target instanceof Columns columns && columns.has(name)) {
            return call(columns.get(name), arguments);
        }
        if (target == null) {
            throw new ArgumentException("ALU-0000", "None has no method " + name);
        }
        Words.Method method = Words.method(target, name);
        if (method != null) {
            return method.call(target, arguments);
        }
        Object special = target instanceof org.aludel.sql.Expr<?> expression
                ? Specials.method(expression, Reflection.camel(name), arguments)
                : null;
        if (special != null) {
            return special;
        }
        if (!arguments.named().isEmpty()) {
            throw new Gap("no word for " + target.getClass().getSimpleName() + "." + name
                    + arguments.named().keySet());
        }
        return Reflection.call(target, Reflection.camel(name), adapted(arguments.all()));
    }

    /** Arguments as the API takes them. */
    static @Nullable Object[] adapted(List<@Nullable Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof PyType type ? type.call(Args.NONE) : Convert.plain(argument))
                .toArray();
    }

    private static Object string(String text, String name, Args arguments) {
        return switch (name) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "strip" -> text.strip();
            case "title", "capitalize" -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            case "replace" -> text.replace(arguments.text(0), arguments.text(1));
            case "startswith" -> text.startsWith(arguments.text(0));
            case "endswith" -> text.endsWith(arguments.text(0));
            case "encode" -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "split" -> List.of(text.split(java.util.regex.Pattern.quote(arguments.text(0)), -1));
            case "join" ->
                String.join(
                        text,
                        PyValues.iterable(arguments.at(0)).stream()
                                .map(PyValues::text)
                                .toList());
            case "format" -> format(text, arguments);
            default -> throw new Gap("text has no word for " + name);
        };
    }

    private static String format(String text, Args arguments) {
        String done = text;
        for (int i = 0; i < arguments.size(); i++) {
            done = done.replace("{" + i + "}", arguments.text(i));
            done = done.replaceFirst("\\{\\}", java.util.regex.Matcher.quoteReplacement(arguments.text(i)));
        }
        for (Map.Entry<String, @Nullable Object> named : arguments.named().entrySet()) {
            done = done.replace("{" + named.getKey() + "}", PyValues.text(named.getValue()));
        }
        return done;
    }
}
