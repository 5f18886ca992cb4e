package org.aludel.orm.internal.loading;

import java.util.Objects;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** What becomes of one relation of an entity while rows are read, and after the last of them. */
abstract sealed class RelationLoad
        permits JoinedReference, JoinedCollection, SelectInLoad, SubclassLoad, ImmediateLoad, EmptyLoad {

    private final @Nullable RelationAttribute about;

    /** @param about the relation; null for what is not about one */
    RelationLoad(@Nullable RelationAttribute about) {
        this.about = about;
    }

    final boolean isAbout(RelationAttribute relation) {
        return about == relation;
    }

    /** Whether this is about a relation that an object lacks. */
    final boolean isMissing(EntityState state) {
        return about != null && !state.isLoaded(about);
    }

    final RelationAttribute relation() {
        return Objects.requireNonNull(about);
    }

    /**
     * Called for each row that holds the owner.
     *
     * @param isNew whether this row made the owner
     */
    abstract void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew);

    /** Called after the last row (of a portion, if rows are streamed). */
    void finish(LoadContext context) {}

    /** Whether the owner lacks the relation, or is to be overwritten. */
    final boolean isWanted(EntityState state, LoadContext context) {
        return !state.isLoaded(relation()) || context.isOverwriting();
    }
}
