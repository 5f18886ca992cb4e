package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a map. Of loaded members with the same key the last one stays. */
final class KeyedForm implements Form {

    final Map<@Nullable Object, Object> byKey;
    private final Function<Object, @Nullable Object> keyOf;

    /** The key under which the member that is being added was put; else its own. */
    private @Nullable Object given;

    private boolean isGiven;

    KeyedForm(Map<@Nullable Object, Object> empty, Function<Object, @Nullable Object> keyOf) {
        this.byKey = empty;
        this.keyOf = keyOf;
    }

    static KeyedForm inOrderOfInsertion(Function<Object, @Nullable Object> keyOf) {
        return new KeyedForm(new LinkedHashMap<>(), keyOf);
    }

    /** The key that a member has by itself. */
    @Nullable
    Object keyOf(Object member) {
        return keyOf.apply(member);
    }

    /** Has the next member added under a key. */
    void under(@Nullable Object key) {
        given = key;
        isGiven = true;
    }

    void underItsOwn() {
        given = null;
        isGiven = false;
    }

    private @Nullable Object key(Object member) {
        return isGiven ? given : keyOf(member);
    }

    @Override
    public @Nullable Object displacedBy(Object member) {
        return byKey.get(key(member));
    }

    @Override
    public void added(Object member, List<Object> items) {
        byKey.put(key(member), member);
    }

    @Override
    public void removed(Object member, List<Object> items) {
        Object own = keyOf(member);
        if (byKey.get(own) == member) {
            byKey.remove(own);
        } else {
            byKey.values().removeIf(other -> other == member); // it was put under another key, or its own has changed
        }
    }

    @Override
    public List<Object> loaded(List<Object> items) {
        byKey.clear();
        for (Object member : items) {
            byKey.put(keyOf(member), member);
        }
        return byKey.size() == items.size() ? items : new ArrayList<>(byKey.values());
    }
}
