package org.aludel.schema;

import java.util.List;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** What the definition of a column says; never changed once a {@link Column} holds it. */
final class ColumnTraits {

    /** A reference of one column. */
    record Reference(@Nullable String target, @Nullable Column<?> column, ForeignKeyOption option) {}

    boolean primaryKey;

    @Nullable
    Boolean nullable;

    boolean unique;
    boolean indexed;

    @Nullable
    Boolean autoincrement;

    @Nullable
    Identity identity;

    @Nullable
    ColumnDefault onInsert;

    @Nullable
    ColumnDefault onUpdate;

    @Nullable
    Object serverDefault;

    @Nullable
    Expr<?> computed;

    boolean computedStored;

    @Nullable
    String comment;

    List<Reference> references = List.of();

    ColumnTraits copy() {
        ColumnTraits copy = new ColumnTraits();
        copy.primaryKey = primaryKey;
        copy.nullable = nullable;
        copy.unique = unique;
        copy.indexed = indexed;
        copy.autoincrement = autoincrement;
        copy.identity = identity;
        copy.onInsert = onInsert;
        copy.onUpdate = onUpdate;
        copy.serverDefault = serverDefault;
        copy.computed = computed;
        copy.computedStored = computedStored;
        copy.comment = comment;
        copy.references = references;
        return copy;
    }
}
