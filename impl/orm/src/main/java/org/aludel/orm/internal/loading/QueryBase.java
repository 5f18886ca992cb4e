package org.aludel.orm.internal.loading;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Select;

/** A query that a further statement can repeat as a subquery. */
public interface QueryBase {

    /** Whether the same rows come again if other columns are selected. */
    boolean isRepeatable();

    /**
     * The query, for some columns of its entities and without what is loaded along.
     *
     * @param distinct whether equal rows come once
     */
    Select select(List<Column<?>> columns, boolean distinct);

    /** Where parameters stand among those of the query; -1 for constants. */
    int[] places(BindParameter<?>[] binds);
}
