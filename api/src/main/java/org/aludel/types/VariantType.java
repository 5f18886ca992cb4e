package org.aludel.types;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A type that is another on some dialects.
 *
 * @param base the type on all others; operators choose their meaning by it
 * @param variants types by name of dialect
 * @since 0.1
 */
public record VariantType<T>(Type<T> base, Map<String, Type<T>> variants) implements Type<T> {

    public VariantType {
        variants = Map.copyOf(variants);
    }

    static <T> Type<T> of(Type<T> base, Type<T> type, String... dialects) {
        if (dialects.length == 0) {
            throw new ArgumentException(
                    "ALU-0320",
                    "a variant of a type needs a dialect; where: " + type + " of " + base
                            + "; what to do: name one, as in withVariant(type, \"mysql\")");
        }
        Map<String, Type<T>> all =
                new LinkedHashMap<>(base instanceof VariantType<T> known ? known.variants : Map.of());
        for (String dialect : dialects) {
            all.put(dialect, type);
        }
        return new VariantType<>(base instanceof VariantType<T> known ? known.base : base, all);
    }

    /** The type on a dialect. */
    public Type<T> on(Dialect dialect) {
        Type<T> exact = variants.get(dialect.name());
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Type<T>> variant : variants.entrySet()) {
            if (dialect.isKindOf(variant.getKey())) {
                return variant.getValue();
            }
        }
        return base;
    }

    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public TypeFamily family() {
        return base.family();
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitVariant(this);
    }

    @Override
    public T coerce(Object value) {
        return base.coerce(value);
    }

    @Override
    public Expr<?> bindExpression(Expr<?> bind) {
        return base.bindExpression(bind);
    }

    @Override
    public Expr<?> columnExpression(Expr<?> column) {
        return base.columnExpression(column);
    }

    @Override
    public @Nullable Type<?> typeOfOperand(Operator operator, Object value) {
        return base.typeOfOperand(operator, value);
    }

    @Override
    public @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
        return base.operate(operator, left, right);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
