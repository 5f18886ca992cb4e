package org.aludel.dialects.derby;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.BinaryType;
import org.aludel.types.NumericType;
import org.jspecify.annotations.Nullable;

/** Derby's driver knows the classes of java.sql, not those of java.time. */
final class DerbyHandlers extends JavaSqlHandlers {

    @Override
    public TypeHandler<?> visitNumeric(NumericType type) {
        if (type.precision() != 0) {
            return super.visitNumeric(type);
        }
        return new NullableHandler<BigDecimal>(Types.NUMERIC) {
            @Override
            protected void set(PreparedStatement statement, int parameter, BigDecimal value) throws SQLException {
                statement.setBigDecimal(parameter, value);
            }

            @Override
            public @Nullable BigDecimal read(ResultSet rows, int column) throws SQLException {
                BigDecimal value = rows.getBigDecimal(column);
                if (value == null || value.scale() <= 0) {
                    return value;
                }
                // the column fills the scale with zeros that nobody asked for
                BigDecimal trimmed = value.stripTrailingZeros();
                return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
            }
        };
    }

    @Override
    public TypeHandler<?> visitBinary(BinaryType type) {
        int sqlType = type.length() == 0 ? Types.BLOB : Types.VARBINARY;
        return new NullableHandler<byte[]>(sqlType) {
            @Override
            protected void set(PreparedStatement statement, int parameter, byte[] value) throws SQLException {
                statement.setBytes(parameter, value);
            }

            @Override
            public byte @Nullable [] read(ResultSet rows, int column) throws SQLException {
                return rows.getBytes(column);
            }
        };
    }
}
