package org.aludel.orm.internal.session;

import org.aludel.engine.StatementCache;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.LockMode;
import org.jspecify.annotations.Nullable;

/** Loads what a single instance is asked for. */
public interface AttributeLoader {

    /**
     * Reads the row of an instance and stores ({@code EntityState.setLoaded}) the columns that are not loaded.
     *
     * @return false if there is no such row
     */
    boolean refresh(DefaultSession session, EntityState state, @Nullable LockMode lock);

    /**
     * The program reads a relation that is not loaded.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0711 if its query or mapping forbids to load it
     */
    void beforeRead(DefaultSession session, EntityState state, RelationAttribute relation);

    /**
     * What a relation leads to: the object or null, or the {@code List} of members. The session stores it. The local
     * columns of the relation are loaded when this is called.
     */
    @Nullable
    Object related(DefaultSession session, EntityState state, RelationAttribute relation);

    /** The program asks for members of a relation that is never loaded as a whole. */
    void asked(DefaultSession session, EntityState state, RelationAttribute relation);

    /** Reads and stores one column that was left out when the instance was loaded. */
    void deferred(DefaultSession session, EntityState state, ColumnAttribute attribute);

    /** The statements that were prepared. */
    StatementCache cache();

    /** Loads and registers the instance of a key that is not in the session; null if there is no row. */
    @Nullable
    Object byKey(DefaultSession session, EntityMapper mapper, EntityKey key, @Nullable LockMode lock);
}
