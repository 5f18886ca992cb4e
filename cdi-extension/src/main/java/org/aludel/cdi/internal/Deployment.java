package org.aludel.cdi.internal;

import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.cdi.Db;
import org.aludel.cdi.EngineDefinition;
import org.aludel.engine.Engine;
import org.aludel.errors.AludelException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * One application: its mapped classes, its engines with their factories, from discovery to shutdown. Nothing static
 * refers to it, so that it goes with the application.
 */
public final class Deployment {

    private static final System.Logger LOG = System.getLogger("org.aludel.cdi");

    private final Set<Class<?>> mapped = new LinkedHashSet<>();
    private final Map<String, EngineDefinition> definitions = new LinkedHashMap<>();
    private final Set<String> produced = new TreeSet<>();
    private final Map<String, String> injected = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Mistakes mistakes = new Mistakes();
    private @Nullable Settings settings;

    /** Takes the mapped classes that the compiler has listed, which no bean archive has to contain. */
    public void readIndex() {
        mapped.addAll(MappedIndex.read(loader(), mistakes));
    }

    public void mapped(Class<?> type) {
        mapped.add(type);
    }

    public void defined(EngineDefinition definition, Class<?> where) {
        EngineDefinition before = definitions.putIfAbsent(definition.name(), definition);
        if (before != null && !before.equals(definition)) {
            mistakes.add("ALU-0903 " + label(definition.name()) + " is defined twice and differently; where: "
                    + where.getName() + "; what to do: keep one @EngineDefinition");
        }
    }

    public void produced(AnnotatedMember<?> member) {
        produced.add(nameOf(member.getAnnotations()));
    }

    /** Remembers which engines are asked for, to name those that nobody defines. */
    public void injected(InjectionPoint point) {
        if (point.getType() == Session.class
                || point.getType() == SessionFactory.class
                || point.getType() == Engine.class
                || point.getType() == MetaData.class) {
            injected.putIfAbsent(nameOf(point.getQualifiers()), String.valueOf(point.getMember()));
        }
    }

    private static String nameOf(Set<Annotation> qualifiers) {
        for (Annotation qualifier : qualifiers) {
            if (qualifier instanceof Db db) {
                return db.value();
            }
        }
        return "";
    }

    /** Discovery is over: decides which engines there are. */
    public void settle() {
        try {
            Settings read = Settings.of(loader());
            settings = read;
            names.addAll(read.engines());
            keepPackages(read.get("mapped.packages"));
        } catch (AludelException unreadable) {
            mistakes.add("settings", unreadable);
        }
        names.addAll(definitions.keySet());
        names.addAll(produced);
        for (Map.Entry<String, String> point : injected.entrySet()) {
            if (names.add(point.getKey())) {
                String prefix = "aludel." + (point.getKey().isEmpty() ? "" : point.getKey() + ".");
                mistakes.add("ALU-0904 " + label(point.getKey()) + " is not defined; where: injected at "
                        + point.getValue() + "; what to do: set " + prefix + "url or " + prefix
                        + "datasource, or put @EngineDefinition on a bean, or produce an Engine");
            }
        }
    }

    /** Leaves out mapped classes outside the packages of {@code aludel.mapped.packages}, if that is set. */
    private void keepPackages(@Nullable String packages) {
        if (packages == null) {
            return;
        }
        List<String> prefixes = List.of(packages.split("\\s*,\\s*"));
        mapped.removeIf(
                type -> prefixes.stream().noneMatch(prefix -> type.getName().startsWith(prefix + ".")));
    }

    public Set<String> names() {
        return names;
    }

    public boolean isProduced(String name) {
        return produced.contains(name);
    }

    /** Makes engines and factories, and with them checks every mapping. */
    public Optional<DeploymentException> start(BeanManager beans) {
        Settings read = settings;
        if (read != null && mistakes.isEmpty()) {
            EngineRoom room = new EngineRoom(read, beans, mistakes);
            for (String name : names) {
                Database made = room.database(name, definitions.get(name), isProduced(name), classesOf(name));
                if (made != null) {
                    databases.put(name, made);
                }
            }
        } else if (read != null) {
            // The mapping is checked all the same, so that all mistakes show at once.
            MappingCheck.run(mapped, mistakes);
        }
        Optional<DeploymentException> error = mistakes.error();
        if (error.isPresent()) {
            close();
        } else {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} mapped classes; {1}",
                    mapped.size(),
                    names.isEmpty()
                            ? "no engine"
                            : names.stream().map(Deployment::label).collect(Collectors.joining(", ")));
        }
        return error;
    }

    /** The classes of an engine: those that name it, else (for an engine that none names) those that name none. */
    private List<Class<?>> classesOf(String name) {
        List<Class<?>> own = new ArrayList<>();
        List<Class<?>> unnamed = new ArrayList<>();
        for (Class<?> type : mapped) {
            Db db = type.getAnnotation(Db.class);
            if (db == null) {
                unnamed.add(type);
            } else if (db.value().equals(name)) {
                own.add(type);
            }
        }
        return own.isEmpty() || name.isEmpty() ? unnamed : own;
    }

    /** All mapped classes that were discovered. */
    public Set<Class<?>> mappedClasses() {
        return Collections.unmodifiableSet(mapped);
    }

    /** The engine of this name with its factory. */
    public Database database(String name) {
        Database found = databases.get(name);
        if (found == null) {
            throw new InvalidRequestException(
                    "ALU-0905",
                    label(name) + " is not running; where: the application is still being deployed or has ended; what"
                            + " to do: use injected objects after deployment, in @PostConstruct at the earliest");
        }
        return found;
    }

    /** What is injected as session: finds the right one at each call. */
    public Session session(String name) {
        return new SessionProxy(() -> database(name).sessions());
    }

    public void close() {
        for (Database database : databases.values()) {
            database.close();
        }
        databases.clear();
    }

    private static String label(String name) {
        return name.isEmpty() ? "the default engine" : "engine '" + name + "'";
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : Deployment.class.getClassLoader();
    }
}
