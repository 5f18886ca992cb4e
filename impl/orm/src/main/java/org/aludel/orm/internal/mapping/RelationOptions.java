package org.aludel.orm.internal.mapping;

import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.LoadStrategy;

/** What a declaration says of a relation's behaviour, apart from how it is connected. */
record RelationOptions(
        Set<Cascade> cascade, boolean passiveDeletes, boolean postUpdate, boolean viewOnly, LoadStrategy load) {

    static final RelationOptions DEFAULT = new RelationOptions(Set.of(), false, false, false, LoadStrategy.LAZY);
}
