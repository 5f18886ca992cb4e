package org.aludel.types;

import org.aludel.errors.CompileException;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A type that some databases have and others do not, as {@code MONEY} or {@code INET}. It spells itself; its values cross
 * JDBC as those of its base. Implement it for a type with rules of its own; {@link SpelledType} is enough for a name.
 *
 * <pre>{@code
 * Type<BigDecimal> money = new SpelledType<>("MONEY", Types.NUMERIC, "mssql", "sybase");
 * metadata.table("bill", column("total", money));
 * }</pre>
 *
 * @param <T> Java type of the values
 * @since 0.1
 */
public interface SpecificType<T> extends CustomType<T> {

    /** The type whose values and converters these are. */
    Type<T> base();

    /**
     * How a database spells it in definitions and casts.
     *
     * @param dialect name of the dialect, as {@code mssql}
     * @return null if the database has no such type
     */
    @Nullable
    String spelling(String dialect);

    /**
     * How a column of the type is declared.
     *
     * @throws CompileException ALU-0180 if the database has no such type
     */
    @Override
    default String sql(Dialect dialect) {
        String spelling = spelling(dialect.name());
        if (spelling == null) {
            throw new CompileException(
                    "ALU-0180",
                    "the database has no such type; where: type " + this + " on " + dialect.name()
                            + "; what to do: use a type of org.aludel.types.Types, as " + base());
        }
        return spelling;
    }

    @Override
    default Type<?> carrier(Dialect dialect) {
        return base();
    }

    @Override
    default Class<T> javaType() {
        return base().javaType();
    }

    @Override
    default TypeFamily family() {
        return base().family();
    }

    @Override
    default T coerce(Object value) {
        return base().coerce(value);
    }
}
