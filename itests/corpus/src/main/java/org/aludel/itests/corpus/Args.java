package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, by place and by name. */
final class Args {

    static final Args NONE = new Args(List.of(), Map.of());

    private final List<@Nullable Object> positional;
    private final Map<String, @Nullable Object> named;

    Args(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
        this.positional = positional;
        this.named = named;
    }

    static Args of(@Nullable Object... positional) {
        return new Args(new ArrayList<>(java.util.Arrays.asList(positional)), Map.of());
    }

    int size() {
        return positional.size();
    }

    List<@Nullable Object> all() {
        return positional;
    }

    Map<String, @Nullable Object> named() {
        return named;
    }

    /** The argument at a place; null if there is none. */
    @Nullable
    Object at(int place) {
        return place < positional.size() ? positional.get(place) : null;
    }

    /** The argument at a place or of a name; null if there is none. */
    @Nullable
    Object at(int place, String name) {
        return place < positional.size() ? positional.get(place) : named.get(name);
    }

    boolean has(int place, String name) {
        return place < positional.size() || named.containsKey(name);
    }

    boolean has(String name) {
        return named.containsKey(name);
    }

    @Nullable
    Object named(String name) {
        return named.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(named.get(name));
    }

    String text(int place) {
        return String.valueOf(at(place));
    }

    String text(int place, String name) {
        return String.valueOf(at(place, name));
    }

    /** The arguments from a place on. */
    Args from(int place) {
        return new Args(positional.subList(Math.min(place, positional.size()), positional.size()), named);
    }

    /** The same without an argument by name. */
    Args without(String... names) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(named);
        for (String name : names) {
            rest.remove(name);
        }
        return new Args(positional, rest);
    }

    @Override
    public String toString() {
        return positional + " " + named;
    }
}
