package org.aludel.core.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POOL-05")
class LoanWatchTest {

    private final AtomicInteger lost = new AtomicInteger();

    private final class CountedTerms extends LoanWatch.Terms {
        CountedTerms(LoanWatch watch, Object holder) {
            super(watch, holder);
        }

        @Override
        void lost() {
            lost.incrementAndGet();
        }
    }

    private CountedTerms lend(LoanWatch watch, Object holder) {
        CountedTerms terms = new CountedTerms(watch, holder);
        terms.begin();
        return terms;
    }

    @Test
    void aLoanEndsOnce() {
        LoanWatch watch = new LoanWatch("once");
        Object holder = new Object();
        CountedTerms terms = lend(watch, holder);

        assertThat(terms.end()).isTrue();
        assertThat(terms.end()).isFalse();
        Reference.reachabilityFence(holder);
        watch.close();
    }

    @Test
    void whatIsForgottenIsNoticedAndWhatWasGivenBackIsNot() throws Exception {
        LoanWatch watch = new LoanWatch("forgotten");
        Object kept = new Object();
        List<CountedTerms> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(lend(watch, i == 5 ? kept : new Object()));
            if (i % 5 == 0) {
                all.get(i).end(); // the first, and the one whose holder stays
            }
        }
        CountedTerms lasting = lend(watch, kept);

        collectUntil(8);

        assertThat(lost).hasValue(8);
        assertThat(all).noneMatch(LoanWatch.Terms::end);
        assertThat(lasting.end()).isTrue();
        Reference.reachabilityFence(kept);
        watch.close();
    }

    @Test
    void aFailureOfOneDoesNotEndTheWatch() throws Exception {
        LoanWatch watch = new LoanWatch("failing");
        new LoanWatch.Terms(watch, new Object()) {
            @Override
            void lost() {
                throw new IllegalStateException("meant");
            }
        }.begin();
        lend(watch, new Object());

        collectUntil(1);

        assertThat(lost).hasValue(1);
        watch.close();
    }

    @Test
    void itsThreadEndsWithTheLastLoanOfAClosedPool() throws Exception {
        LoanWatch watch = new LoanWatch("closed");
        Thread thread = thread("aludel-loans-closed");
        Object holder = new Object();
        CountedTerms terms = lend(watch, holder);

        watch.close();
        thread.join(100);
        assertThat(thread.isAlive()).isTrue();

        terms.end();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        Reference.reachabilityFence(holder);
    }

    @Test
    void itsThreadEndsWhenTheWatchIsForgotten() throws Exception {
        Thread thread = forgottenWatch();
        for (int i = 0; i < 200 && thread.isAlive(); i++) {
            System.gc();
            thread.join(50);
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private Thread forgottenWatch() {
        LoanWatch watch = new LoanWatch("nobody");
        Object holder = new Object();
        lend(watch, holder).end();
        Reference.reachabilityFence(holder);
        return thread("aludel-loans-nobody");
    }

    @Test
    void manyThreadsLendAndGiveBack() throws Exception {
        LoanWatch watch = new LoanWatch("many");
        AtomicInteger ended = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < 10_000; i++) {
                    Object first = new Object();
                    Object second = new Object();
                    CountedTerms one = lend(watch, first);
                    CountedTerms other = lend(watch, second);
                    if (one.end() && other.end()) {
                        ended.addAndGet(2);
                    }
                    Reference.reachabilityFence(first);
                    Reference.reachabilityFence(second);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ended).hasValue(160_000);
        Thread waiting = thread("aludel-loans-many");
        watch.close(); // ends only if the list is empty
        waiting.join(10_000);
        assertThat(waiting.isAlive()).isFalse();
        assertThat(lost).hasValue(0);
    }

    private void collectUntil(int count) throws InterruptedException {
        for (int i = 0; i < 200 && lost.get() < count; i++) {
            System.gc();
            Thread.sleep(50);
        }
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
