package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.sql.tree.ConflictClause;
import org.jspecify.annotations.Nullable;

/** The parts of an INSERT; never changed once an {@link Insert} holds it. */
final class InsertParts extends DmlParts {

    List<Map<Column<?>, Expr<?>>> rows = List.of();
    boolean multiRow;

    @Nullable
    QueryExpression query;

    List<Column<?>> queryColumns = List.of();
    boolean queryDefaults;
    boolean inline;

    @Nullable
    ConflictClause conflict;

    InsertParts(FromItem target) {
        super(target);
    }

    private InsertParts(InsertParts other) {
        super(other);
        rows = other.rows;
        multiRow = other.multiRow;
        query = other.query;
        queryColumns = other.queryColumns;
        queryDefaults = other.queryDefaults;
        inline = other.inline;
        conflict = other.conflict;
    }

    @Override
    InsertParts copy() {
        return new InsertParts(this);
    }
}
