package org.aludel.itests.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class that a source defines. */
final class PyClass implements Callable {

    private final String name;
    private final List<@Nullable Object> bases;
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    PyClass(String name, List<@Nullable Object> bases) {
        this.name = name;
        this.bases = bases;
    }

    String name() {
        return name;
    }

    List<@Nullable Object> bases() {
        return bases;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    /** Whether it extends something of that name. */
    boolean isA(String base) {
        for (Object one : bases) {
            if (one instanceof PyBase known && known.name().equals(base)
                    || one instanceof PyClass other && other.isA(base)) {
                return true;
            }
        }
        return false;
    }

    /** A member, of this class or one that it extends. */
    @Nullable
    Object member(String wanted) {
        if (members.containsKey(wanted)) {
            return members.get(wanted);
        }
        for (Object base : bases) {
            if (base instanceof PyClass other && other.member(wanted) != null) {
                return other.member(wanted);
            }
        }
        return null;
    }

    @Override
    public @Nullable Object call(Args arguments) {
        PyInstance instance = new PyInstance(this);
        if (member("__init__") instanceof Callable constructor) {
            constructor.call(instance.with(arguments));
        }
        return instance.madeAs(CustomClasses.made(instance, arguments));
    }

    @Override
    public String toString() {
        return name;
    }
}
