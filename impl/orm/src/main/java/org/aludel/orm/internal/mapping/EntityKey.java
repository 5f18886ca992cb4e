package org.aludel.orm.internal.mapping;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a row among the objects of a session: the root mapper of its class and the value of its primary key. The
 * hash is computed once, because keys live in the identity map.
 */
public class EntityKey {

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

    private EntityKey(EntityMapper root, Object value, int hash) {
        this.root = root;
        this.value = value;
        this.hash = hash;
    }

    /** A key in one of several databases that use the same keys. */
    private static final class InShard extends EntityKey {

        private final String token;

        InShard(EntityKey key, String token) {
            super(key.root, key.value, key.hash * 31 + token.hashCode());
            this.token = token;
        }

        @Override
        public String token() {
            return token;
        }

        @Override
        public String toString() {
            return super.toString() + "@" + token;
        }
    }

    /** The same key in a shard; keys in different shards are different. */
    public EntityKey in(String token) {
        return token.equals(token()) ? this : new InShard(new EntityKey(root, value), token);
    }

    /** The shard of the row; null where there are no shards. */
    public @Nullable String token() {
        return null;
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
                || other instanceof EntityKey key
                        && hash == key.hash
                        && root == key.root
                        && value.equals(key.value)
                        && Objects.equals(token(), key.token());
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
