package org.aludel.core.pool;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Notices loans whose holder became unreachable without giving them back. A loan begins and ends with one short lock
 * each and two objects; {@link java.lang.ref.Cleaner}, which does the same, also enters the virtual machine at each end.
 *
 * <p>Its thread ends with {@link #close()} as soon as nothing is lent, or when the watch itself is unreachable.
 */
final class LoanWatch {

    private static final System.Logger LOG = System.getLogger("org.aludel.pool");

    private final Outstanding outstanding = new Outstanding();

    /** @param pool for the thread's name */
    LoanWatch(String pool) {
        outstanding.watch = new PhantomReference<>(this, outstanding.queue);
        Thread thread = new Thread(null, outstanding, "aludel-loans-" + pool, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        outstanding.thread = thread;
        thread.start();
    }

    /** What is lent still is watched; the thread ends after it. */
    void close() {
        outstanding.close();
    }

    /** One loan, known by its holder, which it must not know. */
    abstract static class Terms extends PhantomReference<Object> {
        private final Outstanding outstanding;
        private @Nullable Terms previous;
        private @Nullable Terms next;
        private boolean lent;

        /** @param holder what must be reachable for as long as the loan lasts */
        Terms(LoanWatch watch, Object holder) {
            super(holder, watch.outstanding.queue);
            this.outstanding = watch.outstanding;
        }

        final void begin() {
            outstanding.add(this);
        }

        /** Ends the loan; false if it has ended before. */
        final boolean end() {
            return outstanding.remove(this);
        }

        /** Called once, by the thread of the watch, if the holder is gone before the end. */
        abstract void lost();
    }

    /** What is lent, and the thread's work; knows the watch only as long as something is lent. */
    private static final class Outstanding implements Runnable {
        private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Reference<LoanWatch> watch;
        private @Nullable Thread thread;
        private @Nullable Terms first;
        private boolean closed;

        void add(Terms terms) {
            lock.lock();
            try {
                Terms second = first;
                terms.next = second;
                if (second != null) {
                    second.previous = terms;
                }
                terms.lent = true;
                first = terms;
            } finally {
                lock.unlock();
            }
        }

        boolean remove(Terms terms) {
            lock.lock();
            try {
                if (!terms.lent) {
                    return false;
                }
                terms.lent = false;
                unlink(terms);
                if (closed) {
                    wake();
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        private void unlink(Terms terms) {
            Terms before = terms.previous;
            Terms after = terms.next;
            if (before == null) {
                first = after;
            } else {
                before.next = after;
            }
            if (after != null) {
                after.previous = before;
            }
            terms.previous = null;
            terms.next = null;
        }

        void close() {
            lock.lock();
            try {
                closed = true;
                wake();
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            if (first == null && thread != null) {
                thread.interrupt();
            }
        }

        private boolean isDone() {
            lock.lock();
            try {
                return first == null && (closed || watch == null);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            while (!isDone()) {
                try {
                    Reference<?> gone = queue.remove();
                    if (gone instanceof Terms terms) {
                        lost(terms);
                    } else {
                        watch = null;
                    }
                } catch (InterruptedException e) {
                    continue; // closed, and perhaps the last one came back: the loop looks
                }
            }
        }

        private void lost(Terms terms) {
            if (terms.end()) {
                try {
                    terms.lost();
                } catch (RuntimeException e) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "a connection whose holder is gone could not be taken back",
                            e);
                }
            }
        }
    }
}
