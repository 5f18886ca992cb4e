package org.aludel.orm.internal.loading;

import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** How relations are loaded: as options say, else as the mapping says. */
final class LoadKinds {

    private LoadKinds() {}

    static LoadOption.Kind of(OptionScope.@Nullable Choice choice, RelationAttribute relation) {
        return choice == null
                ? byMapping(relation.loadStrategy())
                : choice.option().kind();
    }

    private static LoadOption.Kind byMapping(LoadStrategy strategy) {
        return switch (strategy) {
            case LAZY -> LoadOption.Kind.LAZY;
            case JOINED -> LoadOption.Kind.JOINED;
            case SELECTIN -> LoadOption.Kind.SELECTIN;
            case SUBQUERY -> LoadOption.Kind.SUBQUERY;
            case IMMEDIATE -> LoadOption.Kind.IMMEDIATE;
            case NOLOAD -> LoadOption.Kind.NONE;
            case RAISE -> LoadOption.Kind.RAISE;
            case RAISE_ON_SQL -> LoadOption.Kind.RAISE_ON_SQL;
        };
    }

    /** Whether what is loaded may lead on to what is loaded, without end. */
    static boolean goesOn(LoadOption.Kind kind) {
        return switch (kind) {
            case JOINED, SELECTIN, SUBQUERY -> true;
            default -> false;
        };
    }
}
