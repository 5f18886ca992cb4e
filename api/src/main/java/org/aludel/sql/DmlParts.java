package org.aludel.sql;

import java.util.List;
import java.util.Map;

/** What INSERT, UPDATE and DELETE have in common; never changed once a statement holds it. */
class DmlParts {

    final FromItem target;
    List<Affix> prefixes = List.of();
    List<Affix> hints = List.of();
    Map<String, Object> options = Map.of();
    List<Selectable> returning = List.of();
    List<Cte> ctes = List.of();

    DmlParts(FromItem target) {
        this.target = target;
    }

    DmlParts(DmlParts other) {
        this(other.target);
        prefixes = other.prefixes;
        hints = other.hints;
        options = other.options;
        returning = other.returning;
        ctes = other.ctes;
    }

    DmlParts copy() {
        return new DmlParts(this);
    }
}
