package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Text. */
public final class Strings extends NullableHandler<String> {

    public Strings() {
        super(Types.VARCHAR);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, String value) throws SQLException {
        statement.setString(parameter, value);
    }

    @Override
    public @Nullable String read(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }
}
