package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of a case.
 *
 * @param of the case
 * @param dialect configuration, as the corpus names it
 * @param aspect what was compared: sql, type, value, named, bound
 * @param passed whether both sides agree
 * @param expected what was recorded
 * @param got what came out
 */
record Check(
        CorpusCase of,
        String dialect,
        String aspect,
        boolean passed,
        @Nullable Object expected,
        @Nullable Object got) {

    /** The dialect without its configuration. */
    String base() {
        int colon = dialect.indexOf(':');
        String base = colon < 0 ? dialect : dialect.substring(0, colon);
        return base.equals("ansi") ? "default" : base;
    }
}
