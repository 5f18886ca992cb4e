package org.aludel.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.spi.CompileRule;
import org.aludel.sql.spi.CompileRuleSource;
import org.aludel.sql.spi.CustomNode;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which constructs are written that the dialects do not know, or that are to be written otherwise than they
 * do. A rule for one dialect goes before one for all; a rule for a class holds for its subclasses too, unless they have
 * their own. Statements that were compiled before a change are compiled again after it.
 *
 * <pre>{@code
 * try (CompileRules.Registration own = CompileRules.add(Greatest.class, "sqlite",
 *         (greatest, sql) -> sql.append("max(").list(greatest.arguments()).append(")"))) { ... }
 * }</pre>
 *
 * <p>Rules belong to the class loader of Aludel. Where several applications share it, an application closes what it
 * registered when it ends.
 *
 * @since 0.1
 */
public final class CompileRules {

    /** A rule that can be taken back. */
    public interface Registration extends AutoCloseable {

        /** Takes the rule back. */
        @Override
        void close();
    }

    private record Place(Class<?> construct, String dialect) {}

    private record State(Map<Place, CompileRule<Node>> rules, long version) {}

    private static volatile State state = new State(Map.of(), 0);

    static {
        load();
    }

    private CompileRules() {}

    private static void load() {
        Set<Class<?>> known = new HashSet<>();
        ClassLoader own = CompileRules.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != own) {
            for (CompileRuleSource source : ServiceLoader.load(CompileRuleSource.class, context)) {
                if (known.add(source.getClass())) {
                    addAll(source);
                }
            }
        }
        for (CompileRuleSource source : ServiceLoader.load(CompileRuleSource.class, own)) {
            if (known.add(source.getClass())) {
                addAll(source);
            }
        }
    }

    /**
     * Adds a rule for all dialects.
     *
     * @throws ArgumentException ALU-0153 if the construct has one already
     */
    public static <N extends Node> Registration add(Class<N> construct, CompileRule<? super N> rule) {
        return add(construct, "", rule);
    }

    /**
     * Adds a rule for one dialect.
     *
     * @param dialect name of the dialect, as in URLs
     * @throws ArgumentException ALU-0153 if the construct has one already
     */
    @SuppressWarnings("unchecked")
    public static <N extends Node> Registration add(Class<N> construct, String dialect, CompileRule<? super N> rule) {
        return put(new Place(construct, dialect), (CompileRule<Node>) rule);
    }

    /**
     * Adds the rules that the public methods of an object are, by their {@link Compiles}.
     *
     * @throws ArgumentException ALU-0153 if a construct has a rule already, ALU-0154 if a method can't be a rule
     */
    public static Registration addAll(Object source) {
        Map<Place, Registration> added = new HashMap<>();
        try {
            for (Method method : source.getClass().getMethods()) {
                Compiles compiles = method.getAnnotation(Compiles.class);
                if (compiles != null) {
                    Place place = new Place(compiles.value(), compiles.dialect());
                    added.put(place, put(place, rule(source, method, compiles.value())));
                }
            }
        } catch (ArgumentException e) {
            added.values().forEach(Registration::close);
            throw e;
        }
        return () -> added.values().forEach(Registration::close);
    }

    private static CompileRule<Node> rule(Object source, Method method, Class<?> construct) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != 2
                || !parameters[0].isAssignableFrom(construct)
                || parameters[1] != CustomNode.Rendering.class
                || Modifier.isStatic(method.getModifiers())
                || !method.trySetAccessible()) {
            throw new ArgumentException(
                    "ALU-0154",
                    "a method can't be a rule; where: " + method + "; what to do: make it a public method ("
                            + construct.getSimpleName() + ", CustomNode.Rendering) of a public class");
        }
        return (node, sql) -> {
            try {
                method.invoke(source, node, sql);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("the rule " + method + " failed", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the rule " + method + " can't be called", e);
            }
        };
    }

    private static synchronized Registration put(Place place, CompileRule<Node> rule) {
        if (state.rules.containsKey(place)) {
            throw new ArgumentException(
                    "ALU-0153",
                    "a construct has a rule already; where: " + place.construct.getName() + " on "
                            + (place.dialect.isEmpty() ? "all dialects" : place.dialect)
                            + "; what to do: close the registration of the first, or add a rule for one dialect");
        }
        Map<Place, CompileRule<Node>> more = new HashMap<>(state.rules);
        more.put(place, rule);
        state = new State(Map.copyOf(more), state.version + 1);
        return () -> remove(place, rule);
    }

    private static synchronized void remove(Place place, CompileRule<Node> rule) {
        if (state.rules.get(place) == rule) {
            Map<Place, CompileRule<Node>> less = new HashMap<>(state.rules);
            less.remove(place);
            state = new State(Map.copyOf(less), state.version + 1);
        }
    }

    /** Changes whenever a rule is added or taken back; part of the keys under which compiled statements are kept. */
    public static long version() {
        return state.version;
    }

    /** Whether there is no rule at all. */
    public static boolean isEmpty() {
        return state.rules.isEmpty();
    }

    /** The rule for a construct on a dialect; null if there is none. */
    public static @Nullable CompileRule<Node> find(Class<?> construct, String dialect) {
        Map<Place, CompileRule<Node>> rules = state.rules;
        for (Class<?> type = construct; type != null && type != Object.class; type = type.getSuperclass()) {
            CompileRule<Node> rule = rules.get(new Place(type, dialect));
            if (rule == null) {
                rule = rules.get(new Place(type, ""));
            }
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }
}
