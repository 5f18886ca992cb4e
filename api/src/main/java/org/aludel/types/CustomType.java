package org.aludel.types;

import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A type that spells itself: what programs and dialects define when no standard type fits. Implement it as a record, so
 * that types of equal options are equal; statements are cached by their types.
 *
 * <pre>{@code
 * record Geometry() implements CustomType<String> {
 *     public Class<String> javaType() { return String.class; }
 *     public String sql(Dialect dialect) { return "GEOMETRY"; }
 *     public Expr<?> bindExpression(Expr<?> bind) { return func("ST_GeomFromText", this, bind); }
 *     public Expr<?> columnExpression(Expr<?> column) { return func("ST_AsText", this, column); }
 * }
 * }</pre>
 *
 * @param <T> Java type of the values
 * @since 0.1
 */
public interface CustomType<T> extends Type<T> {

    /**
     * How a column of the type is declared.
     *
     * @throws org.aludel.errors.CompileException if the dialect has no such type
     */
    String sql(Dialect dialect);

    /** How the type is spelled in a CAST; as in a definition unless overridden. */
    default String castSql(Dialect dialect) {
        return sql(dialect);
    }

    /** The type by whose converter values cross JDBC; that of the Java class unless overridden. */
    default Type<?> carrier(Dialect dialect) {
        Type<?> known = Types.find(javaType());
        return known == null ? Types.UNKNOWN : known;
    }

    /** What is given to the carrier for a value; the value itself unless overridden. */
    default Object toCarrier(T value, Dialect dialect) {
        return value;
    }

    /** The value for what the carrier read; coerced to the Java class unless overridden. */
    default T fromCarrier(Object value, Dialect dialect) {
        return coerce(value);
    }

    /**
     * The constant of {@link java.sql.Types} by which values are bound, for drivers that want {@code setObject} with a
     * type; null if the carrier's own way does.
     */
    default @Nullable Integer jdbcType(Dialect dialect) {
        return null;
    }

    /** What operators take it for; the family of the Java class unless overridden. */
    @Override
    default TypeFamily family() {
        return Types.familyOf(javaType());
    }

    @Override
    default <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitCustom(this);
    }
}
