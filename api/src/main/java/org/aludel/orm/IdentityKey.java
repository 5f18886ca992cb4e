package org.aludel.orm;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a row among the objects of a session: the class, the values of its primary key in the order of the mapping,
 * and the shard where there are several. Equal keys are the same object in one session.
 *
 * <pre>{@code
 * IdentityKey key = IdentityKey.of(User.class, 7);
 * boolean here = session.contains(key);                    // no SQL
 * }</pre>
 *
 * @param type the mapped class; of a hierarchy its root
 * @param values the values of the primary key
 * @param token the shard; null where there is one place only
 * @see Session#identityKey(Object)
 * @since 0.1
 */
public record IdentityKey(
        Class<?> type, List<?> values, @Nullable String token) {

    public IdentityKey {
        Objects.requireNonNull(type, "type");
        values = Collections.unmodifiableList(List.copyOf(values));
    }

    /** The key of some values, in the order of the mapping. */
    public static IdentityKey of(Class<?> type, Object... values) {
        return new IdentityKey(type, List.of(values), null);
    }

    /** The same key in a shard. */
    public IdentityKey in(String shard) {
        return new IdentityKey(type, values, shard);
    }
}
