package org.aludel.core.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.aludel.errors.ThreadUseException;
import org.jspecify.annotations.Nullable;

/** Catches use by two threads at once with one compare-and-set a statement; handing over between uses is fine. */
final class ThreadGuard {

    private static final VarHandle USER;

    static {
        try {
            USER = MethodHandles.lookup().findVarHandle(ThreadGuard.class, "user", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through USER
    private volatile @Nullable Thread user;

    private int depth; // touched by the user thread only

    void enter() {
        Thread current = Thread.currentThread();
        Thread holder = (Thread) USER.compareAndExchange(this, null, current);
        if (holder != null && holder != current) {
            throw new ThreadUseException(
                    "ALU-0213",
                    "a connection is used by two threads at once; where: thread " + current.getName()
                            + " while thread " + holder.getName()
                            + " executes a statement; what to do: give each thread a connection of its own");
        }
        depth++;
    }

    void exit() {
        if (--depth == 0) {
            USER.setRelease(this, null);
        }
    }
}
