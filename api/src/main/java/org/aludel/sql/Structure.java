package org.aludel.sql;

/**
 * What a statement looks like, without its values, and the values' places.
 *
 * @since 0.1
 */
public final class Structure {

    private final Object key;
    private final BindParameter<?>[] binds;

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
}
