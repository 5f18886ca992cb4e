package org.aludel.orm.internal.loading;

import java.util.List;

/** Brings a relation of many owners at once. */
interface RelatedStatement {

    /** Loads the relation of the owners that lack it, or of all if the query overwrites. */
    void load(LoadContext context, List<Object> owners);
}
