package org.aludel.orm.internal.caching;

import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.jspecify.annotations.Nullable;

/** How one query that asks for the cache reads: its own rows, and those of statements that load relations along. */
public final class CachedReads {

    private final ResultCaching caching;
    private final CacheWish wish;
    private final boolean anew;

    /** @param anew whether the database is asked in any case, and its answer kept */
    public CachedReads(ResultCaching caching, CacheWish wish, boolean anew) {
        this.caching = caching;
        this.wish = wish;
        this.anew = anew;
    }

    /** The rows of a statement, kept ones or those of the database. */
    public RowSource rows(CoreEngine engine, CoreConnection connection, Plan plan, @Nullable Object[] values) {
        return caching.rows(wish, anew, engine, connection, plan, values);
    }
}
