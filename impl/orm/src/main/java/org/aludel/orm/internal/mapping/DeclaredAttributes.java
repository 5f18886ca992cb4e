package org.aludel.orm.internal.mapping;

import java.util.Map;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.Unresolved;
import org.jspecify.annotations.Nullable;

/** Resolves attributes in what declarations say, when tables are there and mappers are not. */
final class DeclaredAttributes {

    private final Map<Class<?>, ClassDeclaration> declarations;

    DeclaredAttributes(Map<Class<?>, ClassDeclaration> declarations) {
        this.declarations = declarations;
    }

    /** An expression with columns in place of attributes; attributes that nobody has stay. */
    <T> Expr<T> resolve(Expr<T> expression) {
        return adaption().adapt(expression);
    }

    Ordering resolve(Ordering ordering) {
        return adaption().adapt(ordering);
    }

    private ClauseAdaption adaption() {
        return new ClauseAdaption(this::column);
    }

    /** The column of an attribute, or null. */
    @Nullable
    Column<?> column(Unresolved<?> unresolved) {
        if (unresolved instanceof AliasAttribute<?, ?>) {
            return null;
        }
        if (!(unresolved instanceof Attribute<?, ?> attribute)) {
            return null;
        }
        ClassDeclaration declaration = declarations.get(attribute.owner());
        return declaration == null ? null : declaration.column(attribute.name());
    }
}
