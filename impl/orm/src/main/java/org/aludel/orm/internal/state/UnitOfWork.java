package org.aludel.orm.internal.state;

import org.aludel.orm.Query;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** What a state asks of the session that owns it. */
public interface UnitOfWork {

    /** What ties the objects that come to it from now on. */
    Attachment attachment();

    /** The state has its first change since the last flush: the instance must not be collected before the next. */
    void touched(EntityState state, Object instance);

    /** Loads an attribute that is not loaded, with SQL if need be. */
    void load(EntityState state, Object instance, MappedAttribute attribute);

    /** The program reads a relation that is not loaded; refused if that was forbidden. */
    void beforeRead(EntityState state, RelationAttribute relation);

    /** The instance of a key, if it is in this session; no SQL. */
    @Nullable
    Object loaded(EntityKey key);

    /** A query of the members of a relation that is never loaded as a whole. */
    Query<Object> members(EntityState state, Object instance, RelationAttribute relation);

    /** The object in this session that has a member in a relation, as far as memory knows; null if there is none. */
    @Nullable
    Object parentOf(Object member, RelationAttribute relation);

    /** Adds an instance that an instance of this session now refers to. */
    void cascadeSave(Object instance);

    /** Takes a pending instance out again that was removed from its only parent. */
    void expungeOrphan(EntityState state, Object instance);

    /** Whether a savepoint is open, so that committed values must be kept before they are forgotten. */
    boolean isJournalling();

    /**
     * Keeps the value that an attribute had when the savepoint was set, unless it is known already.
     *
     * @param value the value, {@link EntityState#NO_VALUE} for one that was not loaded; members of a collection as array
     */
    void journal(EntityState state, Object instance, MappedAttribute attribute, @Nullable Object value);

    /** An attribute was loaded from the database after the savepoint was set. */
    void journalLoaded(EntityState state, Object instance, MappedAttribute attribute);
}
