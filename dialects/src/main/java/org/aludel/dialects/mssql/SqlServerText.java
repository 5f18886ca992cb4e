package org.aludel.dialects.mssql;

import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A text type of SQL Server's, with a collation or not.
 *
 * @param name with its length: {@code NVARCHAR(30)}
 * @param collationName the order of characters; null for the database's own
 * @since 0.1
 */
public record SqlServerText(String name, @Nullable String collationName) implements SpecificType<String> {

    /** The same in an order of characters. */
    public SqlServerText collation(String collation) {
        return new SqlServerText(name, collation);
    }

    @Override
    public Type<String> base() {
        return Types.STRING;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("mssql") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        return collationName == null ? name : name + " COLLATE " + collationName;
    }
}
