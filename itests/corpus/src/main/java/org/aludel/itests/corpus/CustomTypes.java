package org.aludel.itests.corpus;

import java.util.Map;
import java.util.Objects;
import org.aludel.errors.CompileException;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Operator;
import org.aludel.types.CustomType;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.jspecify.annotations.Nullable;

/** Types that sources define. */
final class CustomTypes {

    private static final Map<Operator, String> OPERATORS = Map.ofEntries(
            Map.entry(Operator.ADD, "__add__"),
            Map.entry(Operator.SUBTRACT, "__sub__"),
            Map.entry(Operator.MULTIPLY, "__mul__"),
            Map.entry(Operator.DIVIDE, "__truediv__"),
            Map.entry(Operator.MODULO, "__mod__"),
            Map.entry(Operator.EQ, "__eq__"),
            Map.entry(Operator.NE, "__ne__"),
            Map.entry(Operator.LT, "__lt__"),
            Map.entry(Operator.LE, "__le__"),
            Map.entry(Operator.GT, "__gt__"),
            Map.entry(Operator.GE, "__ge__"));

    private CustomTypes() {}

    /** The dialect as methods of types see it. */
    private static Namespace described(Dialect dialect) {
        return name -> switch (name) {
            case "name" -> CustomElements.name(dialect.name());
            case "type_descriptor" -> (Callable) arguments -> Convert.type(arguments.at(0));
            default -> throw new Gap("dialect." + name);
        };
    }

    private static @Nullable Expr<?> operated(PyInstance type, Operator operator, Expr<?> left, Expr<?> right) {
        String method = OPERATORS.get(operator);
        if (method == null || !(type.type().member("comparator_factory") instanceof PyClass comparator)) {
            return null;
        }
        if (!(comparator.member(method) instanceof Callable function)) {
            return null;
        }
        return Convert.expr(function.call(new PyInstance(comparator, left).with(Args.of(right))));
    }

    /** A type that spells itself. */
    record Own(PyInstance instance) implements CustomType<Object> {

        @Override
        public Class<Object> javaType() {
            return Object.class;
        }

        @Override
        public String sql(Dialect dialect) {
            Callable rule = CustomClasses.rule(instance.type(), CustomElements.name(dialect.name()));
            Object sql = rule == null
                    ? instance.call("get_col_spec")
                    : rule.call(Args.of(instance, CustomElements.compiler(dialect)));
            if (sql == null) {
                throw new CompileException("ALU-0000", "type " + instance.type() + " has no spelling");
            }
            return sql.toString();
        }

        @Override
        public Expr<?> bindExpression(Expr<?> bind) {
            Object wrapped = instance.call("bind_expression", bind);
            return wrapped == null ? bind : Convert.expr(wrapped);
        }

        @Override
        public Expr<?> columnExpression(Expr<?> column) {
            Object wrapped = instance.call("column_expression", column);
            return wrapped == null ? column : Convert.expr(wrapped);
        }

        @Override
        public @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
            return operated(instance, operator, left, right);
        }

        @Override
        public Object coerce(Object value) {
            return value;
        }

        @Override
        public String toString() {
            return instance.type().name();
        }
    }

    /** A type over another. */
    @SuppressWarnings("unchecked")
    record Decorated(PyInstance instance, Type<?> over) implements TypeDecorator<Object, Object> {

        @Override
        public Class<Object> javaType() {
            return (Class<Object>) over.javaType();
        }

        @Override
        public Type<Object> impl() {
            return (Type<Object>) over;
        }

        @Override
        public Type<Object> impl(Dialect dialect) {
            Object chosen = instance.call("load_dialect_impl", described(dialect));
            return chosen == null ? impl() : (Type<Object>) Convert.type(chosen);
        }

        @Override
        public Object toStored(Object value, Dialect dialect) {
            return instance.has("process_bind_param")
                    ? Objects.requireNonNull(instance.call("process_bind_param", value, described(dialect)))
                    : value;
        }

        @Override
        public Object fromStored(Object value, Dialect dialect) {
            return instance.has("process_result_value")
                    ? Objects.requireNonNull(instance.call("process_result_value", value, described(dialect)))
                    : value;
        }

        @Override
        public @Nullable Type<?> typeOfOperand(Operator operator, Object value) {
            Object type = instance.call("coerce_compared_value", operator, value);
            return type == null ? null : Convert.type(type);
        }

        @Override
        public Expr<?> bindExpression(Expr<?> bind) {
            Object wrapped = instance.call("bind_expression", bind);
            return wrapped == null ? over.bindExpression(bind) : Convert.expr(wrapped);
        }

        @Override
        public Expr<?> columnExpression(Expr<?> column) {
            Object wrapped = instance.call("column_expression", column);
            return wrapped == null ? over.columnExpression(column) : Convert.expr(wrapped);
        }

        @Override
        public @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
            return operated(instance, operator, left, right);
        }

        @Override
        public Object coerce(Object value) {
            return value;
        }

        @Override
        public String toString() {
            return instance.type().name();
        }
    }
}
