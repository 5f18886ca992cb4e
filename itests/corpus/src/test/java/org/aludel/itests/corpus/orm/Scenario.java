package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.engine.Engine;
import org.aludel.orm.History;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.DefaultSessionFactory;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.jspecify.annotations.Nullable;

/**
 * One recorded scenario, written with the API: nested mapped classes, {@link #steps()} in the recorded order. How to
 * write one is told by the package's documentation.
 */
public abstract class Scenario {

    /** A step: gives the value of its last expression. */
    record Work(
            Callable<? extends @Nullable Object> body,
            @Nullable String ignored) {}

    /** A step that ends in a statement. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** The engine, or the first of several. */
    protected Engine engine;

    /** The factory that {@link #model} configures. */
    protected SessionFactory sessions;

    /** The session; steps may replace it. */
    protected Session s;

    private final List<Work> work = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final List<SessionFactory> factories = new ArrayList<>();
    private final List<Session> opened = new ArrayList<>();

    // ---- what a scenario defines

    /** Configures the factory: unless overridden, maps all nested classes with {@link Mapped}. */
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
    }

    /** Opens the session that is {@link #s}; null for none (a scenario that maps its classes in its steps). */
    protected @Nullable Session open() {
        sessions = factory(this::model);
        return session(sessions);
    }

    /** Calls {@link #step} for each recorded step. */
    protected abstract void steps() throws Exception;

    // ---- what steps use

    /** A step that gives the value of its last expression. */
    protected final void step(Callable<? extends @Nullable Object> body) {
        work.add(new Work(body, null));
    }

    /** A step that ends in a statement. */
    protected final void step(Action body) {
        work.add(new Work(
                () -> {
                    body.run();
                    return null;
                },
                null));
    }

    /** Makes a factory that is closed at the end. */
    protected final SessionFactory factory(Consumer<SessionFactoryBuilder> settings) {
        return factoryOf(builder -> {
            settings.accept(builder);
            return builder;
        });
    }

    /** A factory of another builder, as {@code factoryOf(b -> SessionFactory.builder().map(X.class).bind(X.class, other))}. */
    protected final SessionFactory factoryOf(UnaryOperator<SessionFactoryBuilder> settings) {
        SessionFactory made = settings.apply(SessionFactory.builder(engine)).build();
        factories.add(made);
        return made;
    }

    /** Opens a session that is closed at the end. */
    protected final Session session(SessionFactory factory) {
        Session made = factory.open();
        opened.add(made);
        return made;
    }

    /** Another session of {@link #sessions}. */
    protected final Session session() {
        return session(sessions);
    }

    /** One of several engines. */
    protected final Engine engine(String name) {
        Engine found = engines.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no engine " + name + " among " + engines.keySet());
        }
        return found;
    }

    /** The nested mapped classes. */
    protected final List<Class<?>> nested() {
        List<Class<?>> mapped = new ArrayList<>();
        for (Class<?> type : getClass().getDeclaredClasses()) {
            if (type.isAnnotationPresent(Mapped.class)) {
                mapped.add(type);
            }
        }
        return mapped;
    }

    /** An object after it was filled: {@code with(new User(), u -> u.name = "ed")}. */
    protected static <T> T with(T object, Consumer<T> filling) {
        filling.accept(object);
        return object;
    }

    /** Appends to the events of the step. */
    protected final void log(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word == null ? "None" : word);
        }
        log.add(line.toString());
    }

    /** A recorded tuple or list; nulls are welcome. */
    protected static List<@Nullable Object> list(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** transient, pending, persistent, deleted or detached. */
    protected static String st(Object object) {
        EntityState state = EntityState.of(object);
        if (state == null) {
            return "transient";
        }
        boolean gone = state.status() == Status.DELETED && state.session() == null;
        return gone ? "detached" : state.status().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the row of an object that is in no session was deleted. */
    protected static boolean wasDeleted(Object object) {
        EntityState state = EntityState.of(object);
        return state != null && state.status() == Status.DELETED;
    }

    /** History of an attribute: added, unchanged, deleted; nothing is loaded. */
    protected final Map<String, Object> hist(Object object, String attribute) {
        return hist(s, object, attribute);
    }

    /** History of an attribute in another session than {@link #s}. */
    @SuppressWarnings("unchecked")
    protected final Map<String, Object> hist(Session session, Object object, String attribute) {
        Class<Object> type = (Class<Object>) object.getClass();
        MappedAttribute mapped = mapper(session.factory(), type).attribute(attribute);
        History<?> history;
        if (mapped instanceof RelationAttribute relation) {
            history = relation.isCollection()
                    ? session.history(object, Orm.toMany(type, attribute))
                    : session.history(object, Orm.toOne(type, attribute));
        } else {
            history = session.history(object, Orm.attribute(type, attribute));
        }
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("added", history.added());
        recorded.put("unchanged", history.unchanged());
        recorded.put("deleted", history.deleted());
        return recorded;
    }

    /** Names of the attributes that are present in the object, sorted. */
    protected final List<String> loaded(Object object) {
        TreeSet<String> names = new TreeSet<>();
        EntityState state = EntityState.of(object);
        EntityMapper mapper = mapper(sessions, object.getClass());
        for (int i = 0; i < mapper.attributeCount(); i++) {
            MappedAttribute attribute = mapper.byIndex(i);
            if (attribute != null && (state == null || state.isLoaded(attribute))) {
                names.add(attribute.name());
            }
        }
        return List.copyOf(names);
    }

    /** New, dirty and deleted objects of {@link #s}. */
    protected final Map<String, Object> sess() {
        return sess(s);
    }

    /** New, dirty and deleted objects of a session. */
    protected final Map<String, Object> sess(Session session) {
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("new", session.newObjects());
        recorded.put("dirty", sorted(session.modifiedObjects()));
        recorded.put("deleted", sorted(session.deletedObjects()));
        return recorded;
    }

    private static List<Object> sorted(List<Object> objects) {
        List<Object> sorted = new ArrayList<>(objects);
        sorted.sort((a, b) -> {
            int byClass = a.getClass().getSimpleName().compareTo(b.getClass().getSimpleName());
            return byClass != 0 ? byClass : compareKeys(identity(a), identity(b));
        });
        return sorted;
    }

    @SuppressWarnings("unchecked")
    private static int compareKeys(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int c = a.get(i) instanceof Comparable<?> left ? ((Comparable<Object>) left).compareTo(b.get(i)) : 0;
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /** Keys of the identity map of {@link #s}, as {@code User(7,)}, sorted. */
    protected final List<String> idmap() {
        return idmap(s);
    }

    /** Keys of the identity map of a session. */
    protected final List<String> idmap(Session session) {
        TreeMap<String, String> keys = new TreeMap<>();
        for (EntityState state : ((DefaultSession) session).identityMap().states()) {
            List<@Nullable Object> identity = identity(state.instance());
            String parts = identity.size() == 1
                    ? repr(identity.get(0)) + ","
                    : String.join(", ", identity.stream().map(Scenario::repr).toList());
            String key = state.mapper().type().getSimpleName() + "(" + parts + ")";
            keys.put(key, key);
        }
        return List.copyOf(keys.values());
    }

    private static String repr(@Nullable Object value) {
        return value instanceof String text ? "'" + text + "'" : value == null ? "None" : value.toString();
    }

    /** The primary key by which an object is known, or an empty list. */
    protected static List<@Nullable Object> identity(Object object) {
        EntityState state = object instanceof Instrumented ? EntityState.of(object) : null;
        EntityKey key = state == null ? null : state.key();
        if (key == null) {
            return List.of();
        }
        return key.value() instanceof List<?> parts ? List.copyOf(parts) : List.of(key.value());
    }

    private static EntityMapper mapper(SessionFactory factory, Class<?> type) {
        return ((DefaultSessionFactory) factory).registry().mapper(type);
    }

    // ---- what the harness uses

    final void start(Map<String, Engine> all) {
        engines.putAll(all);
        engine = all.values().iterator().next();
    }

    final List<Work> work() throws Exception {
        work.clear();
        steps();
        return work;
    }

    final List<String> takeLog() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    final List<SessionFactory> factories() {
        return factories;
    }

    /** Tables are made and filled before the session is opened. */
    final void begin() {
        Session first = open();
        if (first != null) {
            s = first;
        }
    }

    final void end() {
        for (Session session : opened) {
            if (!session.isClosed()) {
                session.close();
            }
        }
        factories.forEach(SessionFactory::close);
    }
}
