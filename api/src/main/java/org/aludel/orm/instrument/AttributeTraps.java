package org.aludel.orm.instrument;

import org.jspecify.annotations.Nullable;

/**
 * The traps of instances without a state, one object per mapped class: new objects write scalars at no cost, while
 * paired relations and tracked collections work from construction on. Both masks are zero until a mapper is configured.
 */
public final class AttributeTraps {

    /** Bits of attributes whose read on an object without state must call the hooks. */
    public volatile long read;

    /** Bits of attributes whose write on an object without state must call the hooks. */
    public volatile long write;

    private volatile @Nullable Hooks hooks;

    /** What a mapper does for an object that has no state yet. */
    public interface Hooks {
        void onRead(Object instance, int attribute);

        @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value);
    }

    /** Installs hooks and masks; the hooks go first, so that a mask is never seen without them. */
    public void install(Hooks newHooks, long readMask, long writeMask) {
        hooks = newHooks;
        read = readMask;
        write = writeMask;
    }

    /** Called by generated code. */
    public void onRead(Object instance, int attribute) {
        Hooks current = hooks;
        if (current != null) {
            current.onRead(instance, attribute);
        }
    }

    /** Called by generated code. */
    public @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value) {
        Hooks current = hooks;
        return current == null ? value : current.onWrite(instance, attribute, value);
    }
}
