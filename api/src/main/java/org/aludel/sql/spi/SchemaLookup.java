package org.aludel.sql.spi;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a database what is there already; dialects of the core offer it.
 *
 * @since 0.1
 */
public interface SchemaLookup {

    /** Whether there is a table of that name, in the default schema if none is given. */
    boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException;

    /** The name of the foreign key whose first column is this; null if there is none. */
    default @Nullable String foreignKeyName(Connection connection, @Nullable String schema, String table, String column)
            throws SQLException {
        return null;
    }

    /** Whether there is a type of that name; databases that keep no types have none. */
    default boolean hasType(Connection connection, @Nullable String schema, String type) throws SQLException {
        return false;
    }

    /**
     * Whether there is a sequence of that name; null where the database is told to create or drop it only if there is none or
     * one, and so need not be asked.
     */
    default @Nullable Boolean hasSequence(Connection connection, @Nullable String schema, String sequence)
            throws SQLException {
        return null;
    }
}
