package org.aludel.orm.internal.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.aludel.errors.ThreadUseException;
import org.jspecify.annotations.Nullable;

/**
 * Catches use by two threads at once, with one compare-and-set for each outermost call. Handing a session over between
 * calls is fine.
 */
final class SessionUse {

    private static final VarHandle USER;

    static {
        try {
            USER = MethodHandles.lookup().findVarHandle(SessionUse.class, "user", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable Thread user;
    private int depth; // touched by the user thread only

    /** Enters, and tells whether this is the outermost call. */
    boolean enter() {
        if (!tryEnter()) {
            Thread holder = user;
            throw new ThreadUseException(
                    "ALU-0504",
                    "a session is used by two threads at once; where: thread "
                            + Thread.currentThread().getName() + " while thread "
                            + (holder == null ? "another" : holder.getName())
                            + " is inside it; what to do: give each thread a session of its own, and close streams"
                            + " before handing a session over");
        }
        return depth == 1;
    }

    /** Enters if no other thread is inside. */
    boolean tryEnter() {
        Thread current = Thread.currentThread();
        Thread holder = user;
        if (holder != current && (holder != null || !USER.compareAndSet(this, null, current))) {
            return false;
        }
        depth++;
        return true;
    }

    /** Whether the present call is the only one on the stack. */
    boolean isOutermost() {
        return depth == 1;
    }

    void exit() {
        if (--depth == 0) {
            USER.setRelease(this, null);
        }
    }
}
