package org.aludel.orm.instrument;

import java.io.Serializable;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Tracking state of one instance, and at once its weak entry in the identity map.
 *
 * <p>The two masks decide everything: an accessor tests one bit and calls {@link #onRead} or {@link #onWrite} only when
 * it is set. Attribute {@code i} has bit {@code min(i, 63)}; attributes from 63 on share the last bit, so handlers must
 * check the attribute they are called for.
 *
 * <p>A state is serialised with its instance as its {@link #snapshot()}, and is never copied by {@code clone()}.
 */
@SuppressWarnings("serial") // never written itself: see writeReplace
public abstract class InstanceState extends WeakReference<Object> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Bits of attributes whose read must call {@link #onRead}: deferred, lazy, expired, collection not yet made. */
    public long trapRead;

    /** Bits of attributes whose write must call {@link #onWrite}: clean, validated, listened to, paired. */
    public long trapWrite;

    /** @param instance the instance; null only for a state that has just been read from a stream */
    protected InstanceState(@Nullable Object instance, @Nullable ReferenceQueue<Object> queue) {
        super(instance, queue);
    }

    /** Makes the attribute readable: the accessor reads the field when this returns. */
    public abstract void onRead(Object instance, int attribute);

    /**
     * Told of a write before it happens; the field still holds the old value.
     *
     * @return the value to store (a tracked collection in place of the given one, or what a validator returned)
     */
    public abstract @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value);

    /** Told before the mutable value of an attribute is changed in place. */
    public void onChanging(Object instance, int attribute) {}

    /** Told after the mutable value of an attribute was changed in place. */
    public void onChanged(Object instance, int attribute) {}

    /**
     * What a serialised instance keeps of its state: its key and which attributes are not loaded. The value must, when
     * read, become an {@code InstanceState} again by {@code readResolve}; its referent is unknown then, and handlers are
     * given the instance in each call. Null makes the copy an object that no session has seen.
     */
    protected @Nullable Serializable snapshot() {
        return null;
    }

    /** Serialisation calls this: the snapshot is written in place of the state. */
    protected final @Nullable Object writeReplace() {
        return snapshot();
    }

    /** The bit of an attribute in both masks. */
    public static long bit(int attribute) {
        return 1L << Math.min(attribute, 63);
    }
}
