package org.aludel.core.compiler;

import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.jspecify.annotations.Nullable;

/** Compiles limits of results. */
public abstract class LimitCompiler extends FromCompiler {

    protected LimitCompiler(Compilation compilation) {
        super(compilation);
    }

    /** Writes the limits of a result. */
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit != null) {
            out.append(" LIMIT ");
            count(limit);
        }
        if (offset != null) {
            if (limit == null) {
                unlimited();
            }
            out.append(" OFFSET ");
            count(offset);
        }
    }

    /** Writes limits as the standard has them, for dialects whose databases know no LIMIT. */
    protected final void offsetAndFetch(@Nullable Expr<?> limit, @Nullable Expr<?> offset) {
        if (offset != null) {
            out.append(" OFFSET ");
            count(offset);
            out.append(" ROWS");
        }
        if (limit != null) {
            out.append(offset == null ? " FETCH FIRST " : " FETCH NEXT ");
            count(limit);
            out.append(" ROWS ONLY");
        }
    }

    /**
     * Writes limits as the standard has them for a database that refuses to fetch no rows: an offset behind every row leaves
     * all of them out, in compounds and of aggregates too.
     *
     * @param last the greatest offset that the database takes
     */
    protected final void offsetAndFetch(@Nullable Expr<?> limit, @Nullable Expr<?> offset, long last) {
        if (limit instanceof BindParameter<?> bind && bind.isZero()) {
            out.append(" OFFSET ").append(last).append(" ROWS");
        } else {
            offsetAndFetch(limit, offset);
        }
    }

    /** Writes OFFSET and FETCH. */
    protected void fetch(Fetch fetch, @Nullable Expr<?> offset, boolean ordered) {
        if (offset != null) {
            out.append(" OFFSET ");
            count(offset);
            out.append(" ROWS");
        }
        out.append(" FETCH FIRST ");
        fetchCount(fetch.count());
        out.append(fetch.percent() ? " PERCENT" : "").append(" ROWS ").append(fetch.withTies() ? "WITH TIES" : "ONLY");
    }

    /** Writes how many rows FETCH takes. */
    protected void fetchCount(Expr<?> count) {
        count(count);
    }

    /** Writes a number of rows: a parameter stands there bare, as no database needs its type told. */
    protected final void count(Expr<?> count) {
        if (count instanceof BindParameter<?> bind) {
            bind(bind, bind.type());
        } else {
            write(count);
        }
    }

    /** What stands before OFFSET where there is no LIMIT. */
    protected void unlimited() {
        out.append(" LIMIT -1");
    }
}
