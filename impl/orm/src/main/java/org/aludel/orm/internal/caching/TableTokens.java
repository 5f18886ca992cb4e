package org.aludel.orm.internal.caching;

import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.aludel.core.compiler.TablesUsed;
import org.jspecify.annotations.Nullable;

/**
 * What each table is at: a number that changes whenever a write to it is committed. An answer is good as long as its tables
 * are at what they were before the database was asked. The numbers stand in the cache itself, so that processes which share
 * one see each other's writes; one that is lost there makes answers worthless, never the reverse.
 */
final class TableTokens {

    /** The region of the cache for the numbers. */
    static final String REGION = "aludel.tables";

    /** Changes with any write; answers depend on it whose statements hold text of the program. */
    private static final String ANY = "*";

    /** Changes with writes of which nobody knows the tables; all answers depend on it. */
    private static final String UNKNOWN = "?";

    /** The low bits tell apart what happens within a millisecond. */
    private static final int LOW = 20;

    private final GuardedCache cache;
    private final AtomicLong latest = new AtomicLong();
    private final Set<String> owed = ConcurrentHashMap.newKeySet();

    TableTokens(GuardedCache cache) {
        this.cache = cache;
    }

    /** When a number was given, in milliseconds of the clock. */
    static long millis(long token) {
        return token >> LOW;
    }

    private long next() {
        long now = (System.currentTimeMillis() << LOW)
                | ThreadLocalRandom.current().nextInt(1 << (LOW - 1));
        return latest.updateAndGet(before -> Math.max(before + 1, now));
    }

    /** What the tables of a statement are at; null if the cache can't tell. */
    @Nullable
    HashMap<String, Long> of(TablesUsed used) {
        for (String name : owed) {
            if (!change(name)) {
                return null;
            }
        }
        HashMap<String, Long> tokens = new HashMap<>();
        boolean told = add(tokens, UNKNOWN) && (!used.isOpaque() || add(tokens, ANY));
        for (String name : used.named()) {
            told = told && add(tokens, name);
        }
        return told ? tokens : null;
    }

    private boolean add(HashMap<String, Long> tokens, String name) {
        GuardedCache.Found<Long> found = cache.get(REGION, name, Long.class);
        if (found == null) {
            return false;
        }
        Long token = found.value();
        if (token == null) {
            token = next();
            if (!cache.put(REGION, name, token, null)) {
                return false;
            }
        }
        tokens.put(name, token);
        return true;
    }

    /** Tables were written to; null for any. What the cache does not take is owed, and nothing is answered until it is paid. */
    void changed(@Nullable Set<String> tables) {
        if (tables == null) {
            change(UNKNOWN);
        } else {
            tables.forEach(this::change);
        }
        change(ANY);
    }

    private boolean change(String name) {
        owed.add(name);
        boolean taken = cache.put(REGION, name, next(), null);
        if (taken) {
            owed.remove(name);
        }
        return taken;
    }
}
