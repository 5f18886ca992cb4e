package org.aludel.orm.internal.loading;

import org.aludel.core.engine.Plan;
import org.aludel.sql.BindParameter;

/**
 * The values of a query, for statements that were made once for all queries of its structure: what the parameters of the
 * query they were made for are in this one.
 *
 * @param made the parameters of the query that statements were made for
 * @param given those of the query that is executed, one for each
 */
public record QueryValues(BindParameter<?>[] made, BindParameter<?>[] given) {

    private static final BindParameter<?>[] NO_BINDS = {};

    /** Of statements that take nothing from a query. */
    public static final QueryValues NONE = new QueryValues(NO_BINDS, NO_BINDS);

    /** A statement with this query's values in the places of the other's. */
    Plan of(Plan plan) {
        if (made == given) {
            return plan;
        }
        BindParameter<?>[] own = plan.binds();
        BindParameter<?>[] all = own.clone();
        for (int i = 0; i < all.length; i++) {
            for (int place = 0; place < made.length; place++) {
                if (made[place] == own[i]) {
                    all[i] = given[place];
                }
            }
        }
        return plan.with(all);
    }
}
