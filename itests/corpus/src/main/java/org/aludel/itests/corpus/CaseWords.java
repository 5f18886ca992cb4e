package org.aludel.itests.corpus;

import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Case;
import org.aludel.types.Type;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/** CASE from its parts. */
public final class CaseWords {

    private CaseWords() {}

    /** A CASE; its type is that of the last result that has one, as in the reference system. */
    @SuppressWarnings("unchecked")
    public static Expr<?> of(@Nullable Expr<?> operand, List<Case.Branch> branches, @Nullable Expr<?> otherwise) {
        Type<?> type = org.aludel.types.Types.UNKNOWN;
        for (Case.Branch branch : branches) {
            if (!(branch.result().type() instanceof UnknownType<?>)) {
                type = branch.result().type();
            }
        }
        return new Case<>((Expr<Object>) operand, branches, (Expr<Object>) otherwise, (Type<Object>) type);
    }
}
