package org.aludel.orm.internal.mapping;

import java.util.List;
import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.CollectionClass;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.PassiveDeletes;
import org.aludel.orm.RelationshipOptions;

/** What a declaration says of a relation's behaviour, apart from how it is connected. */
record RelationOptions(
        Set<Cascade> cascade,
        PassiveDeletes passiveDeletes,
        boolean passiveUpdates,
        boolean postUpdate,
        boolean viewOnly,
        boolean syncBackref,
        boolean singleParent,
        boolean cascadeBackrefs,
        boolean activeHistory,
        boolean innerJoin,
        int joinDepth,
        LoadStrategy load,
        CollectionClass collection,
        List<String> overlaps) {

    static final RelationOptions DEFAULT = new RelationOptions(
            Set.of(),
            PassiveDeletes.NO,
            true,
            false,
            false,
            true,
            false,
            true,
            false,
            false,
            -1,
            LoadStrategy.LAZY,
            CollectionClass.BY_FIELD,
            List.of());

    static RelationOptions of(RelationshipOptions options) {
        return new RelationOptions(
                options.cascade(),
                options.passiveDeletes(),
                options.hasPassiveUpdates(),
                options.isPostUpdate(),
                options.isViewOnly() || options.secondary() != null && options.secondaryTable() == null,
                options.isSyncBackref(),
                options.isSingleParent(),
                options.cascadesBackrefs(),
                options.hasActiveHistory(),
                options.isInnerJoin(),
                options.joinDepth(),
                options.load(),
                options.collection(),
                options.overlaps());
    }
}
