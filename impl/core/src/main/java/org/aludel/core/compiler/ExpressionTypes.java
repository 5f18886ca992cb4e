package org.aludel.core.compiler;

import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Arithmetic;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.ScalarQuery;
import org.aludel.sql.tree.Unary;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;

/**
 * Types of expressions that could not be known when they were built, because they hold mapped attributes.
 */
final class ExpressionTypes {

    private final NodeCompiler compiler;

    ExpressionTypes(NodeCompiler compiler) {
        this.compiler = compiler;
    }

    boolean isText(Expr<?> expression) {
        return typeOf(expression).family() == TypeFamily.STRING;
    }

    /** The type of an expression, or of its class, or else the given one. */
    Type<?> typeOf(Expr<?> expression, Type<?> otherwise) {
        Type<?> type = typeOf(expression);
        return type instanceof UnknownType<?> ? otherwise : type;
    }

    Type<?> typeOf(Expr<?> expression) {
        Type<?> type = expression instanceof Unresolved<?> ? derived(expression) : expression.type();
        if (!(type instanceof UnknownType<?>)) {
            return type;
        }
        Type<?> found = derived(expression);
        if (!(found instanceof UnknownType<?>)) {
            return found;
        }
        Type<?> known = type.javaType() == (Class<?>) Object.class ? null : Types.find(type.javaType());
        return known == null ? type : known;
    }

    private Type<?> derived(Expr<?> expression) {
        if (expression instanceof Unresolved<?>) {
            return typeOf(compiler.resolved(expression));
        }
        if (expression instanceof Label<?> label) {
            return typeOf(label.expression());
        }
        if (expression instanceof Binary<?> binary) {
            return Arithmetic.type(binary.operator(), typeOf(binary.left()), typeOf(binary.right()));
        }
        if (expression instanceof Unary<?> unary) {
            return typeOf(unary.operand());
        }
        if (expression instanceof Collate<?> collate) {
            return typeOf(collate.operand());
        }
        if (expression instanceof Over<?> over) {
            return typeOf(over.function());
        }
        if (expression instanceof Case<?> choice) {
            return typeOf(choice.branches().get(0).result());
        }
        if (expression instanceof Func<?> function
                && function.type().javaType() != (Class<?>) Object.class
                && !function.arguments().isEmpty()) {
            return typeOf(function.arguments().get(0));
        }
        if (expression instanceof ScalarQuery<?> query) {
            List<OutputColumn> outputs = query.query().outputs();
            return typeOf(outputs.get(0).expression());
        }
        return expression.type();
    }
}
