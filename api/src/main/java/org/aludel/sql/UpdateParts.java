package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;

/** The parts of an UPDATE; never changed once an {@link Update} holds it. */
final class UpdateParts extends DmlParts {

    Map<Column<?>, Expr<?>> assignments = Map.of();
    boolean inOrder;
    List<FromItem> froms = List.of();
    List<Expr<Boolean>> where = List.of();

    UpdateParts(FromItem target) {
        super(target);
    }

    private UpdateParts(UpdateParts other) {
        super(other);
        assignments = other.assignments;
        inOrder = other.inOrder;
        froms = other.froms;
        where = other.where;
    }

    @Override
    UpdateParts copy() {
        return new UpdateParts(this);
    }
}
