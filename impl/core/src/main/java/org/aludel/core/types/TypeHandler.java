package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Binds and reads the values of one type on one database. Stateless and shared; chosen when a statement is compiled.
 *
 * <p>Columns and parameters are one-based, as in JDBC. The primitive readers return zero or false for NULL as JDBC does;
 * callers check {@link ResultSet#wasNull()}.
 *
 * @param <T> Java type of the values
 */
public interface TypeHandler<T> {

    /** Binds a value by the typed setter that suits it; null binds NULL of the right SQL type. */
    void bind(PreparedStatement statement, int parameter, @Nullable T value) throws SQLException;

    /** Reads a value by the typed getter; null for NULL. */
    @Nullable
    T read(ResultSet rows, int column) throws SQLException;

    default boolean readBoolean(ResultSet rows, int column) throws SQLException {
        return rows.getBoolean(column);
    }

    default int readInt(ResultSet rows, int column) throws SQLException {
        return rows.getInt(column);
    }

    default long readLong(ResultSet rows, int column) throws SQLException {
        return rows.getLong(column);
    }

    default double readDouble(ResultSet rows, int column) throws SQLException {
        return rows.getDouble(column);
    }
}
