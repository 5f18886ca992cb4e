package org.aludel.dialects.hsqldb;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.aludel.core.types.ArrayHandler;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.ArrayType;
import org.aludel.types.DateType;
import org.aludel.types.NumericType;
import org.jspecify.annotations.Nullable;

/** HSQLDB's converters. */
final class HsqldbHandlers extends StandardHandlers {

    private static final LocalDate REFORM = LocalDate.of(1582, 10, 15);
    private static final HsqldbTypeNames NAMES = new HsqldbTypeNames();

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
                // the column fills the scale with zeros that nobody asked for
                return value == null || value.scale() <= 0 ? value : trimmed(value);
            }
        };
    }

    /** The database counts days before the Gregorian calendar in the Julian one, and so does java.sql.Date. */
    @Override
    public TypeHandler<?> visitDate(DateType type) {
        return new NullableHandler<LocalDate>(Types.DATE) {
            @Override
            protected void set(PreparedStatement statement, int parameter, LocalDate value) throws SQLException {
                if (value.isBefore(REFORM)) {
                    statement.setDate(parameter, Date.valueOf(value));
                } else {
                    statement.setObject(parameter, value);
                }
            }

            @Override
            public @Nullable LocalDate read(ResultSet rows, int column) throws SQLException {
                return rows.getObject(column, LocalDate.class);
            }
        };
    }

    private static BigDecimal trimmed(BigDecimal value) {
        BigDecimal trimmed = value.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    @Override
    public TypeHandler<?> visitArray(ArrayType<?> type) {
        return new ArrayHandler<>(type, NAMES.elementName(type.element()));
    }
}
