package org.aludel.dialects.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.CustomConstraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.CustomNode;
import org.jspecify.annotations.Nullable;

/**
 * EXCLUDE: no two rows for which all comparisons hold.
 *
 * <pre>{@code
 * booking.append(PostgreSql.exclude().element(room, "=").element(during, "&&").named("no_overlap"));
 * }</pre>
 *
 * @param elements what is compared
 * @param using the index method
 * @param where for which rows; null for all
 * @param deferral when it is checked
 * @since 0.1
 */
public record ExcludeConstraint(
        @Nullable String name,
        List<Element> elements,
        String using,
        @Nullable Expr<Boolean> where,
        Deferral deferral) implements CustomConstraint {

    /**
     * A column or expression and the operator by which it is compared.
     *
     * @param operatorClass of the index; null for the default
     */
    public record Element(
            Expr<?> expression, String operator, @Nullable String operatorClass) {}

    public ExcludeConstraint {
        elements = List.copyOf(elements);
    }

    /** The same with another comparison. */
    public ExcludeConstraint element(Expr<?> expression, String operator) {
        return element(expression, operator, null);
    }

    /** The same with another comparison, by an operator class. */
    public ExcludeConstraint element(Expr<?> expression, String operator, @Nullable String operatorClass) {
        List<Element> more = new ArrayList<>(elements);
        more.add(new Element(expression, operator, operatorClass));
        return new ExcludeConstraint(name, more, using, where, deferral);
    }

    /** The same under a name. */
    public ExcludeConstraint named(String name) {
        return new ExcludeConstraint(name, elements, using, where, deferral);
    }

    /** The same with an index method, as {@code gist}. */
    public ExcludeConstraint using(String method) {
        return new ExcludeConstraint(name, elements, method, where, deferral);
    }

    /** The same for some rows only. */
    public ExcludeConstraint where(Expr<Boolean> condition) {
        return new ExcludeConstraint(name, elements, using, condition, deferral);
    }

    /** The same, checked when the deferral says. */
    public ExcludeConstraint deferred(Deferral deferral) {
        return new ExcludeConstraint(name, elements, using, where, deferral);
    }

    @Override
    public void render(Table table, CustomNode.Rendering rendering) {
        if (!rendering.dialect().equals("postgresql")) {
            throw new CompileException(
                    "ALU-0131",
                    "the database can't do it: EXCLUDE; where: dialect " + rendering.dialect() + ", table "
                            + table.fullName() + "; what to do: use a unique constraint, or a trigger");
        }
        rendering.append("EXCLUDE USING ").append(using).append(" (");
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            rendering.append(i == 0 ? "" : ", ");
            rendering.append(
                    element.expression instanceof Column<?> column
                            ? Column.of(column.name(), column.type())
                            : element.expression);
            rendering.append(element.operatorClass == null ? "" : " " + element.operatorClass);
            rendering.append(" WITH ").append(element.operator);
        }
        rendering.append(")");
        if (where != null) {
            rendering.append(" WHERE (").append(where).append(")");
        }
        rendering.append(
                deferral.deferrable() == null ? "" : deferral.isDeferrable() ? " DEFERRABLE" : " NOT DEFERRABLE");
        rendering.append(deferral.initially() == null ? "" : " INITIALLY " + deferral.initially());
    }
}
