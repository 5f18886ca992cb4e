package org.aludel.orm.internal.loading;

import java.util.List;
import java.util.Map;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What a query said about relations that are read later: not at all, or with options for what they lead to. Objects that
 * the query made share it.
 *
 * @param options for each relation its option, which is lazy or raising
 */
record LoadRules(Map<RelationAttribute, LoadOption> options) {

    @Nullable
    LoadOption of(RelationAttribute relation) {
        return options.get(relation);
    }

    /** Options for what a relation leads to, when it is read. */
    List<LoadOption> nested(RelationAttribute relation) {
        LoadOption option = options.get(relation);
        return option == null ? List.of() : option.nested();
    }
}
