package org.aludel.orm.instrument;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traps of instances without a state, one object per enhanced class: new objects write scalars at no cost, while
 * paired relations and tracked collections work from construction on. Both masks are zero until a mapper is configured.
 *
 * <p>The accessor of an attribute tests the masks of the class that declares it, which therefore hold the bits of all
 * subclasses too; whether and what to call is then decided by the traps of the instance's own class. The masks are not
 * volatile on purpose: they are tested at each access, and change only while mappers are configured.
 */
public final class AttributeTraps {

    /** Bits of attributes whose read on an object without state may have to call the hooks. */
    public long read;

    /** Bits of attributes whose write on an object without state may have to call the hooks. */
    public long write;

    /** Whether constructors must be told, of this class or a subclass. */
    public boolean init;

    private final @Nullable AttributeTraps parent;

    private final List<Earlier> earlier = new ArrayList<>();
    private volatile Installed installed = new Installed(null, 0, 0, false);

    AttributeTraps(@Nullable AttributeTraps parent) {
        this.parent = parent;
    }

    /** What a mapper does for an object that has no state yet. */
    public interface Hooks {
        void onRead(Object instance, int attribute);

        /** Told of a write before it happens; returns the value to store. */
        @Nullable
        Object onWrite(Object instance, int attribute, @Nullable Object value);

        /** Told that a constructor begins to run; the object has no values yet. */
        default void onInit(Object instance) {}

        /** Told after the mutable value of an attribute was changed in place. */
        default void onChanged(Object instance, int attribute) {}
    }

    private record Installed(@Nullable Hooks hooks, long read, long write, boolean init) {}

    /** Hooks that others have replaced; they come back when those are removed, if their mapper lives still. */
    private record Earlier(WeakReference<Hooks> hooks, long read, long write, boolean init) {}

    /** Installs hooks and masks for instances of exactly this class; the hooks go first, masks are never seen without. */
    public void install(Hooks newHooks, long readMask, long writeMask) {
        install(newHooks, readMask, writeMask, false);
    }

    /**
     * As {@link #install(Hooks, long, long)}.
     *
     * @param constructors whether constructors are told too
     */
    public void install(Hooks newHooks, long readMask, long writeMask, boolean constructors) {
        synchronized (earlier) {
            Installed before = installed;
            forget(newHooks);
            if (before.hooks != null && before.hooks != newHooks) {
                earlier.add(new Earlier(new WeakReference<>(before.hooks), before.read, before.write, before.init));
            }
            installed = new Installed(newHooks, readMask, writeMask, constructors);
        }
        widen(readMask, writeMask, constructors);
    }

    /** Takes the hooks of a mapper away; those that were installed before them, if any are left, are in force again. */
    public void remove(Hooks gone) {
        synchronized (earlier) {
            forget(gone);
            if (installed.hooks != gone) {
                return;
            }
            Installed left = new Installed(null, 0, 0, false);
            while (left.hooks == null && !earlier.isEmpty()) {
                Earlier last = earlier.remove(earlier.size() - 1);
                Hooks hooks = last.hooks.get();
                left = hooks == null ? left : new Installed(hooks, last.read, last.write, last.init);
            }
            installed = left;
        }
    }

    private void forget(Hooks known) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Hooks hooks = earlier.get(i).hooks.get();
            if (hooks == null || hooks == known) {
                earlier.remove(i);
            }
        }
    }

    private synchronized void widen(long readMask, long writeMask, boolean constructors) {
        read |= readMask;
        write |= writeMask;
        init |= constructors;
        if (parent != null) {
            parent.widen(readMask, writeMask, constructors);
        }
    }

    /** The mutable value of an attribute of an object without state was changed in place. */
    static void onChanged(Instrumented instance, int attribute) {
        Installed current = instance.$aludel_type().traps().installed;
        if (current.hooks != null) {
            current.hooks.onChanged(instance, attribute);
        }
    }

    /** Called by generated code, in constructors of the root class after the superclass's has run. */
    public static void onInit(Instrumented instance, AttributeTraps root) {
        if (!root.init) {
            return;
        }
        Installed current = instance.$aludel_type().traps().installed;
        if (current.hooks != null && current.init) {
            current.hooks.onInit(instance);
        }
    }

    /** Called by generated code. */
    public static void onRead(Instrumented instance, int attribute) {
        Installed current = instance.$aludel_type().traps().installed;
        if (current.hooks != null && (current.read & InstanceState.bit(attribute)) != 0) {
            current.hooks.onRead(instance, attribute);
        }
    }

    /** Called by generated code. */
    public static @Nullable Object onWrite(Instrumented instance, int attribute, @Nullable Object value) {
        Installed current = instance.$aludel_type().traps().installed;
        return current.hooks != null && (current.write & InstanceState.bit(attribute)) != 0
                ? current.hooks.onWrite(instance, attribute, value)
                : value;
    }
}
