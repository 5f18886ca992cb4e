package org.aludel.orm.internal.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a row among the objects of a session: the root mapper of its class and the value of its primary key. The
 * hash is computed once, because keys live in the identity map.
 */
public final class EntityKey {

    private final EntityMapper root;
    private final Object value;
    private final int hash;

    /**
     * @param root mapper of the root class
     * @param value the single key value, or an immutable list of several; of the attributes' own Java types
     */
    public EntityKey(EntityMapper root, Object value) {
        this.root = root;
        this.value = value;
        int h = value.hashCode() * 31 + root.ordinal();
        this.hash = h ^ (h >>> 16);
    }

    public EntityMapper root() {
        return root;
    }

    /** The single key value, or a list of several. */
    public Object value() {
        return value;
    }

    /** One part of the key. */
    public Object part(int position) {
        return value instanceof List<?> parts ? parts.get(position) : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof EntityKey key && hash == key.hash && root == key.root && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return root.name() + (value instanceof List<?> ? value.toString() : "[" + value + "]");
    }
}
