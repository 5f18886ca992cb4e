package org.aludel.itests.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calls a public method by its name with values whose types only the source knows, choosing the overload as a compiler
 * would. For words that mean the same in both languages.
 */
final class Reflection {

    private static final int NO = -1;

    private Reflection() {}

    /** {@code some_name_} as Java writes it: {@code someName}. */
    static String camel(String name) {
        StringBuilder out = new StringBuilder();
        boolean up = false;
        for (char c : name.replaceAll("_+$", "").toCharArray()) {
            if (c == '_') {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    /** A static constant, or null. */
    static @Nullable Object constant(Class<?> type, String name) {
        try {
            Field field = type.getField(name);
            return Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return null;
        }
    }

    /** A class, or null. */
    static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    static boolean has(Class<?> type, String name) {
        return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals(name));
    }

    /** Calls a static method. */
    static @Nullable Object callStatic(Class<?> type, String name, @Nullable Object... arguments) {
        return invoke(type, null, name, Arrays.asList(arguments));
    }

    /** Calls a method of an object. */
    static @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
        return invoke(target.getClass(), target, name, Arrays.asList(arguments));
    }

    private static @Nullable Object invoke(
            Class<?> type, @Nullable Object target, String name, List<@Nullable Object> arguments) {
        Method best = null;
        int bestScore = NO;
        boolean known = false;
        for (Method method : type.getMethods()) {
            if (!method.getName().equals(name)
                    || (target == null) != Modifier.isStatic(method.getModifiers())
                    || method.isBridge()) {
                continue;
            }
            known = true;
            int score = score(method, arguments);
            if (score > bestScore) {
                best = method;
                bestScore = score;
            }
        }
        if (best == null) {
            throw new Gap((known ? "no overload of " : "no method ") + type.getSimpleName() + "." + name
                    + described(arguments));
        }
        try {
            Method open = open(best);
            return open.invoke(target, adapted(best, arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(best + " can't be called", e);
        }
    }

    private static String described(List<@Nullable Object> arguments) {
        List<String> types = new ArrayList<>();
        for (Object argument : arguments) {
            types.add(argument == null ? "null" : argument.getClass().getSimpleName());
        }
        return "(" + String.join(", ", types) + ")";
    }

    /** The same method as a public type declares it. */
    private static Method open(Method method) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        method.setAccessible(true);
        return method;
    }

    private static int score(Method method, List<@Nullable Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == arguments.size()) {
            int score = 100;
            boolean fits = true;
            for (int i = 0; i < types.length && fits; i++) {
                int one = fit(types[i], arguments.get(i));
                fits = one >= 0;
                score += one;
            }
            if (fits) {
                return score;
            }
        }
        if (!method.isVarArgs() || arguments.size() < types.length - 1) {
            return NO;
        }
        int score = 0;
        Class<?> element = types[types.length - 1].getComponentType();
        for (int i = 0; i < arguments.size(); i++) {
            int one = fit(i < types.length - 1 ? types[i] : element, arguments.get(i));
            if (one < 0) {
                return NO;
            }
            score += one;
        }
        return score;
    }

    private static int fit(Class<?> type, @Nullable Object value) {
        if (value == null) {
            return type.isPrimitive() ? NO : type == Object.class ? 2 : 1;
        }
        if (type.isInstance(value)) {
            return type == Object.class ? 1 : type == value.getClass() ? 10 : type.isInterface() ? 7 : 6;
        }
        if (type == boolean.class && value instanceof Boolean) {
            return 9;
        }
        if ((type == int.class || type == long.class || type == short.class) && value instanceof Number) {
            return value instanceof Integer && type == int.class ? 10 : 8;
        }
        if (type == double.class && value instanceof Number) {
            return 7;
        }
        if (type == char.class && value instanceof String text && text.length() == 1) {
            return 5;
        }
        if (type == Long.class && value instanceof Integer) {
            return 4;
        }
        if (Enum.class.isAssignableFrom(type) && value instanceof String text && constantOf(type, text) != null) {
            return 5;
        }
        return type.isArray() && value instanceof Collection<?> ? 3 : NO;
    }

    private static @Nullable Object constantOf(Class<?> type, String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(wanted)) {
                return constant;
            }
        }
        return null;
    }

    private static @Nullable Object[] adapted(Method method, List<@Nullable Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean direct = types.length == arguments.size();
        for (int i = 0; i < types.length && direct; i++) {
            direct = fit(types[i], arguments.get(i)) >= 0;
        }
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            if (direct || i < types.length - 1) {
                values[i] = adapted(types[i], arguments.get(i));
            } else {
                Class<?> element = types[i].getComponentType();
                Object rest = Array.newInstance(element, arguments.size() - i);
                for (int n = i; n < arguments.size(); n++) {
                    Array.set(rest, n - i, adapted(element, arguments.get(n)));
                }
                values[i] = rest;
            }
        }
        return values;
    }

    private static @Nullable Object adapted(Class<?> type, @Nullable Object value) {
        if (value == null || type.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            if (type == long.class || type == Long.class) {
                return number.longValue();
            }
            if (type == int.class) {
                return number.intValue();
            }
            return type == short.class ? (Object) number.shortValue() : (Object) number.doubleValue();
        }
        if (value instanceof String text) {
            return type == char.class ? (Object) text.charAt(0) : constantOf(type, text);
        }
        if (type.isArray() && value instanceof Collection<?> list) {
            Class<?> element = type.getComponentType();
            Object array = Array.newInstance(element, list.size());
            int i = 0;
            for (Object member : list) {
                Array.set(array, i++, adapted(element, member));
            }
            return array;
        }
        return value;
    }
}
