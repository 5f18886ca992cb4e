package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.aludel.sql.tree.DialectText;

/** What INSERT, UPDATE and DELETE have in common; never changed once a statement holds it. */
class DmlParts {

    final FromItem target;
    List<DialectText> prefixes = List.of();
    List<DialectText> hints = List.of();
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
