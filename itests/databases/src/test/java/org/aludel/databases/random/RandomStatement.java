package org.aludel.databases.random;

import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement made of choices.
 *
 * @param changed the table that it changes; null for a query
 * @param inlined whether it is also run with its values written as literals
 */
record RandomStatement(Statement statement, @Nullable Table changed, boolean inlined) {

    private static final int DEPTH = 3;

    static RandomStatement of(Choices choices, Sample sample) {
        int depth = 1 + choices.below(DEPTH);
        boolean inlined = choices.oneIn(5);
        if (choices.oneIn(6)) {
            Table table = choices.of(sample.tables);
            Queries queries = new Queries(choices, sample, table, true);
            return new RandomStatement(new Changes(choices, table, queries.conditions()).any(depth - 1), table, false);
        }
        return new RandomStatement(
                new Queries(choices, sample, null, !inlined).whole(depth).query(), null, inlined);
    }
}
