package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class that a source defines. */
final class PyInstance {

    private final PyClass type;
    private final @Nullable Object behind;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private @Nullable Object made;

    PyInstance(PyClass type) {
        this(type, null);
    }

    /** An object that passes on what its class does not define. */
    PyInstance(PyClass type, @Nullable Object behind) {
        this.type = type;
        this.behind = behind;
    }

    @Nullable
    Object behind() {
        return behind;
    }

    /** What this object is in the API, when it is known. */
    @Nullable
    Object made() {
        return made;
    }

    @Nullable
    Object madeAs(@Nullable Object inTheApi) {
        made = inTheApi;
        return inTheApi;
    }

    PyClass type() {
        return type;
    }

    Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /** An attribute of its own or of its class, or null. */
    @Nullable
    Object attribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : type.member(name);
    }

    /** Arguments that begin with this object. */
    Args with(Args arguments) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(this);
        all.addAll(arguments.all());
        return new Args(all, arguments.named());
    }

    /** Calls a method; null if there is none. */
    @Nullable
    Object call(String method, @Nullable Object... arguments) {
        return type.member(method) instanceof Callable function ? function.call(with(Args.of(arguments))) : null;
    }

    boolean has(String method) {
        return type.member(method) instanceof Callable;
    }
}
