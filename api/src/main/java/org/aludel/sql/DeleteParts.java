package org.aludel.sql;

import java.util.List;

/** The parts of a DELETE; never changed once a {@link Delete} holds it. */
final class DeleteParts extends DmlParts {

    List<FromItem> using = List.of();
    List<Expr<Boolean>> where = List.of();

    DeleteParts(FromItem target) {
        super(target);
    }

    private DeleteParts(DeleteParts other) {
        super(other);
        using = other.using;
        where = other.where;
    }

    @Override
    DeleteParts copy() {
        return new DeleteParts(this);
    }
}
