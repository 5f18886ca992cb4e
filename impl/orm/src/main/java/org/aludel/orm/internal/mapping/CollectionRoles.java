package org.aludel.orm.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.function.Supplier;
import org.aludel.orm.CollectionAppender;
import org.aludel.orm.CollectionIterator;
import org.aludel.orm.CollectionRemover;
import org.aludel.orm.instrument.InstrumentedCollection;
import org.jspecify.annotations.Nullable;

/** The methods of a program's own collection class by which the mapper uses it. */
public final class CollectionRoles {

    private final Class<?> type;
    private final Supplier<?> factory;
    private final Method appender;
    private final Method remover;
    private final Method iterator;

    private CollectionRoles(Class<?> type, Supplier<?> factory, Method appender, Method remover, Method iterator) {
        this.type = type;
        this.factory = factory;
        this.appender = appender;
        this.remover = remover;
        this.iterator = iterator;
    }

    /** Whether a class has any of the roles, or tries to be a collection. */
    static boolean hasAny(Class<?> type) {
        for (Class<?> c = type; mayHaveRoles(c); c = c.getSuperclass()) {
            for (Method method : AnnotatedMethods.of(c)) {
                if (hasRole(method, CollectionAppender.class)
                        || hasRole(method, CollectionRemover.class)
                        || hasRole(method, CollectionIterator.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Classes of the JDK itself don't know of roles. */
    private static boolean mayHaveRoles(@Nullable Class<?> type) {
        return type != null && type.getClassLoader() != null;
    }

    private static boolean hasRole(Method method, Class<? extends Annotation> role) {
        return method.isAnnotationPresent(role)
                && !method.isBridge()
                && method.getParameterCount() == (role == CollectionIterator.class ? 0 : 1)
                && method.trySetAccessible();
    }

    /** What a class lacks to be a collection class; null if nothing. */
    static @Nullable String missing(Class<?> type, boolean hasFactory) {
        if (find(type, CollectionAppender.class) == null) {
            return "it has no appender; mark the method that adds a member with @CollectionAppender";
        }
        if (find(type, CollectionRemover.class) == null) {
            return "it has no remover; mark the method that removes a member with @CollectionRemover";
        }
        if (find(type, CollectionIterator.class) == null) {
            return "it has no iterator; mark the method that gives the members with @CollectionIterator";
        }
        if (!InstrumentedCollection.class.isAssignableFrom(type)) {
            return "it was not instrumented; compile it with the annotation processor, or run the agent or Maven goal";
        }
        if (!hasFactory && constructor(type) == null) {
            return "it has no constructor without arguments; add one, or give CollectionClass.of(supplier)";
        }
        return null;
    }

    /** The roles of a class that lacks nothing. */
    static CollectionRoles of(Class<?> type, @Nullable Supplier<?> factory) {
        return new CollectionRoles(
                type,
                factory != null ? factory : () -> make(type),
                required(type, CollectionAppender.class),
                required(type, CollectionRemover.class),
                required(type, CollectionIterator.class));
    }

    private static Method required(Class<?> type, Class<? extends Annotation> role) {
        Method found = find(type, role);
        if (found == null) {
            throw new IllegalStateException(type.getName() + " has no @" + role.getSimpleName());
        }
        return found;
    }

    private static @Nullable Method find(Class<?> type, Class<? extends Annotation> role) {
        for (Class<?> c = type; mayHaveRoles(c); c = c.getSuperclass()) {
            for (Method method : AnnotatedMethods.of(c)) {
                if (hasRole(method, role)) {
                    return method;
                }
            }
        }
        return null;
    }

    private static @Nullable Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return constructor.trySetAccessible() ? constructor : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = constructor(type);
            if (constructor == null) {
                throw new IllegalStateException(type.getName() + " has no constructor without arguments");
            }
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw CollectionRoles.<RuntimeException>asIs(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can't be made", e);
        }
    }

    /** The collection class. */
    public Class<?> type() {
        return type;
    }

    /** A new, empty collection. */
    public Object newCollection() {
        return factory.get();
    }

    public void append(Object collection, Object member) {
        call(appender, collection, member);
    }

    public void remove(Object collection, Object member) {
        call(remover, collection, member);
    }

    public Iterator<?> iterator(Object collection) {
        Object found = call(iterator, collection);
        return found instanceof Iterator<?> each
                ? each
                : ((Iterable<?>) java.util.Objects.requireNonNull(found)).iterator();
    }

    private static @Nullable Object call(Method method, Object collection, Object... arguments) {
        try {
            return method.invoke(collection, arguments);
        } catch (InvocationTargetException e) {
            throw CollectionRoles.<RuntimeException>asIs(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " was made accessible, and is not", e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> RuntimeException asIs(Throwable error) throws X {
        throw (X) error;
    }
}
