package org.aludel.orm.internal.query;

import java.util.Objects;
import org.aludel.core.engine.Plan;
import org.aludel.orm.internal.loading.AnswerSizes;
import org.aludel.orm.internal.loading.LoadShape;
import org.aludel.orm.internal.loading.QueryValues;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A query of one structure, compiled: its statement, where the statement's parameters come from, and how rows are read.
 *
 * @param plan the statement, with the parameters of the query it was made for
 * @param binds the statement's parameters; those that are not the query's are constants
 * @param made the parameters of the query it was made for
 * @param places for each of them its place among the query's parameters, or -1
 * @param parts readers of the selected parts
 * @param shape what the rows load
 * @param mayRepeat whether an entity may come in several rows
 * @param sizes how many results came before
 */
record PreparedQuery(
        @Nullable Plan plan,
        BindParameter<?>[] binds,
        BindParameter<?>[] made,
        int[] places,
        PartReader[] parts,
        LoadShape shape,
        boolean mayRepeat,
        AnswerSizes sizes) {

    /** Whether rows hold lists that further statements bring. */
    boolean nests() {
        for (PartReader part : parts) {
            if (part instanceof PartReader.OfMany) {
                return true;
            }
        }
        return false;
    }

    /** What the parameters of another query of the same structure are here. */
    QueryValues values(Structure structure) {
        return new QueryValues(made, structure.binds());
    }

    /** The statement with the parameters of another query of the same structure. */
    Plan planFor(Structure structure) {
        BindParameter<?>[] own = structure.binds();
        BindParameter<?>[] all = binds.clone();
        for (int i = 0; i < all.length; i++) {
            if (places[i] >= 0) {
                all[i] = own[places[i]];
            }
        }
        return Objects.requireNonNull(plan).with(all);
    }
}
