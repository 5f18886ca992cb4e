package org.aludel.core.types;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Exact numbers. */
public final class Decimals extends NullableHandler<BigDecimal> {

    public Decimals() {
        super(Types.NUMERIC);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, BigDecimal value) throws SQLException {
        statement.setBigDecimal(parameter, value);
    }

    @Override
    public @Nullable BigDecimal read(ResultSet rows, int column) throws SQLException {
        return rows.getBigDecimal(column);
    }
}
