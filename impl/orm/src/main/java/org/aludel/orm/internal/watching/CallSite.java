package org.aludel.orm.internal.watching;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.core.engine.CoreEngine;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Who made a lazy load happen: the place in the application's code, and whether it read an attribute. What a session loads
 * for a purpose of its own (a cascade, a merge) is no read of the application.
 *
 * @param frame the place
 */
record CallSite(StackTraceElement frame) {

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String ACCESSOR = "$aludel_";
    private static final List<String> PACKAGES = List.of("org.aludel.jta.", "org.aludel.cdi.");
    private static final Set<String> LIBRARY = locations(Session.class, CoreEngine.class, DefaultSession.class);

    /** The place that reads an attribute now; null if none does. */
    static @Nullable CallSite ofRead() {
        return WALKER.walk(CallSite::find);
    }

    private static @Nullable CallSite find(Stream<StackFrame> frames) {
        Class<?> entry = DefaultSession.class;
        StackTraceElement first = null;
        for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            Class<?> type = frame.getDeclaringClass();
            if (first == null && frame.getMethodName().startsWith(ACCESSOR)) {
                entry = Instrumented.class;
                continue;
            }
            if (isLibrary(type)) {
                if (first == null) {
                    entry = type;
                }
                continue;
            }
            if (isPlatform(type)) {
                continue;
            }
            if (first == null && !isReadThrough(entry)) {
                return null;
            }
            if (first == null) {
                first = frame.toStackTraceElement();
            }
            // what calls the getter of a mapped class says more than the getter
            if (!Instrumented.class.isAssignableFrom(type)
                    && !frame.getMethodName().startsWith(ACCESSOR)) {
                return new CallSite(frame.toStackTraceElement());
            }
        }
        return first == null ? null : new CallSite(first);
    }

    /** Whether the application came into the library by reading an attribute: its accessor, its collection or a view. */
    private static boolean isReadThrough(Class<?> entry) {
        if (Instrumented.class.isAssignableFrom(entry) || entry.getPackage() == EntityState.class.getPackage()) {
            return true;
        }
        return entry.getPackage() == Session.class.getPackage()
                && !Session.class.isAssignableFrom(entry)
                && !SessionFactory.class.isAssignableFrom(entry)
                && !Query.class.isAssignableFrom(entry);
    }

    private static boolean isLibrary(Class<?> type) {
        String name = type.getName();
        if (!name.startsWith("org.aludel.")) {
            return false;
        }
        return PACKAGES.stream().anyMatch(name::startsWith) || LIBRARY.contains(location(type));
    }

    private static boolean isPlatform(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }

    private static Set<String> locations(Class<?>... types) {
        Set<String> locations = new HashSet<>();
        for (Class<?> type : types) {
            locations.add(location(type));
        }
        return locations;
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
    }
}
