package org.aludel.schema;

import java.util.List;
import java.util.Map;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** What the definition of a column says; never changed once a {@link Column} holds it. */
final class ColumnTraits {

    /** A reference of one column. */
    record Reference(@Nullable String target, @Nullable Column<?> column, ForeignKeyOption option) {}

    boolean primaryKey;

    @Nullable
    Boolean nullable;

    boolean sensitive;
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

    @Nullable
    Boolean computedStored;

    boolean system;
    boolean serverOnUpdate;
    Options options = Options.NONE;
    List<CheckConstraint> checks = List.of();
    Map<String, Object> info = Map.of();

    @Nullable
    String comment;

    List<Reference> references = List.of();

    ColumnTraits copy() {
        ColumnTraits copy = new ColumnTraits();
        copy.primaryKey = primaryKey;
        copy.nullable = nullable;
        copy.sensitive = sensitive;
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
        copy.system = system;
        copy.serverOnUpdate = serverOnUpdate;
        copy.options = options;
        copy.checks = checks;
        copy.info = info;
        copy.references = references;
        return copy;
    }
}
