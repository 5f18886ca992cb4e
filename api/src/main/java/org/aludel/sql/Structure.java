package org.aludel.sql;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What a statement looks like, without its values, and the values' places.
 *
 * @since 0.1
 */
public final class Structure {

    private final Object key;
    private final BindParameter<?>[] binds;
    private volatile @Nullable WeakReference<Object> remembered;
    private boolean offered; // racy on purpose: a lost mark costs one more look-up

    public Structure(Object key, BindParameter<?>[] binds) {
        this.key = key;
        this.binds = binds;
    }

    /** Equal for statements that compile to the same SQL; its hash is computed once. */
    public Object key() {
        return key;
    }

    /** The parameters in the order in which the structure was written; callers must not change the array. */
    public BindParameter<?>[] binds() {
        return binds;
    }

    /**
     * What an engine remembered here, or null. Any engine that executes the statement may have written it, and it may be
     * forgotten at any time: whoever reads it checks that it is their own.
     */
    public @Nullable Object remembered() {
        WeakReference<Object> reference = remembered;
        return reference == null ? null : reference.get();
    }

    /**
     * For engines: keeps what spares the next execution a look-up, weakly, in place of what was remembered before. The
     * first offer is declined, since most statements are built, executed once and dropped.
     */
    public void remember(Object plan) {
        if (offered) {
            remembered = new WeakReference<>(plan);
        }
        offered = true;
    }
}
