package org.aludel.orm;

import org.aludel.orm.instrument.ValueOwners;
import org.jspecify.annotations.Nullable;

/**
 * Base of a value class whose changes in place are written: each method that changes it does so inside {@link #change}.
 *
 * <pre>{@code
 * public final class Point extends MutableComposite {
 *     private int x;
 *
 *     public void setX(int x) { change(() -> this.x = x); }
 *
 *     @Override
 *     public Point copy() { return new Point(x); }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class MutableComposite implements MutableValue {

    private transient @Nullable ValueOwners owners;

    /** For subclasses. */
    protected MutableComposite() {}

    @Override
    public final ValueOwners owners() {
        ValueOwners known = owners;
        if (known == null) {
            known = new ValueOwners();
            owners = known;
        }
        return known;
    }

    /** Makes a change, and tells the objects that have this value of it. */
    protected final void change(Runnable change) {
        ValueOwners all = owners();
        all.begin();
        try {
            change.run();
        } finally {
            all.end();
        }
    }
}
