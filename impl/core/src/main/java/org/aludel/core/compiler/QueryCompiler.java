package org.aludel.core.compiler;

import java.util.List;
import org.aludel.errors.CompileException;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.Ordering;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Verbatim;
import org.jspecify.annotations.Nullable;

/** Compiles queries: selects, and compounds of them. */
public abstract class QueryCompiler extends SelectCompiler {

    protected QueryCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- compounds

    @Override
    public void visitCompoundSelect(CompoundSelect compound) {
        Place here = place;
        boolean lateralHere = lateral;
        checkSizes(compound);
        Compilation.Mark start = compilation.mark();
        List<?> commonOuter = here == Place.MEMBER ? null : commonTables().enter();
        for (int i = 0; i < compound.members().size(); i++) {
            if (i > 0) {
                out.append(' ').append(compoundKeyword(compound.kind())).append(' ');
            }
            lateral = lateralHere;
            member(compound.members().get(i), here);
        }
        lateral = false;
        Scope outer = scope;
        scope = new Scope(outer, List.of(), compound.outputs());
        place = Place.EXPRESSION;
        withBareColumns(() -> {
            groupBy(compound.groupBy());
            compoundOrder(compound);
        });
        compoundLimit(compound);
        if (commonOuter != null) {
            commonTables().leave(commonOuter, start);
        }
        if (here == Place.TOP) {
            describe(compound.outputs());
        }
        scope = outer;
        place = here;
    }

    private void checkSizes(CompoundSelect compound) {
        int size = compound.outputs().size();
        for (int i = 1; i < compound.members().size(); i++) {
            int other = compound.members().get(i).outputs().size();
            if (other != size) {
                throw new CompileException(
                        "ALU-0169",
                        "the parts of a compound have different numbers of columns; where: part 1 has " + size
                                + ", part " + (i + 1) + " has " + other
                                + "; what to do: select the same number everywhere");
            }
        }
    }

    /** Writes the limits of a compound. */
    protected void compoundLimit(CompoundSelect compound) {
        Fetch fetch = compound.fetch();
        if (fetch == null) {
            limit(compound.limit(), compound.offset(), !compound.orderBy().isEmpty());
        } else {
            fetch(fetch, compound.offset(), !compound.orderBy().isEmpty());
        }
    }

    /** The words between the parts of a compound. */
    protected String compoundKeyword(CompoundSelect.Kind kind) {
        return kind.sql();
    }

    private void member(QueryExpression member, Place here) {
        boolean parentheses = memberNeedsParentheses(member);
        boolean before = topMembers;
        topMembers = here == Place.TOP || here == Place.MEMBER && topMembers;
        place = here == Place.FROM ? here : Place.MEMBER;
        if (parentheses) {
            openMember();
        }
        write(member);
        if (parentheses) {
            closeMember();
        }
        topMembers = before;
        place = here;
    }

    /** Whether a part of a compound stands in parentheses. */
    protected boolean memberNeedsParentheses(QueryExpression member) {
        return member instanceof CompoundSelect
                || member instanceof Select select
                        && (select.isLimited() || !select.orderBy().isEmpty());
    }

    /** Begins a part of a compound that is one itself, or is ordered or limited. */
    protected void openMember() {
        out.append('(');
    }

    /** Ends what {@link #openMember()} began. */
    protected void closeMember() {
        out.append(')');
    }

    /** The order of a compound names columns of the result. */
    private void compoundOrder(CompoundSelect compound) {
        List<OutputColumn> outputs = compound.outputs();
        for (int i = 0; i < compound.orderBy().size(); i++) {
            out.append(i == 0 ? " ORDER BY " : ", ");
            Ordering ordering = compound.orderBy().get(i);
            Ordering inner = ordering instanceof Order order ? order.expression() : ordering;
            String name = nameIn(outputs, inner);
            if (name == null) {
                ordered(ordering);
            } else if (ordering instanceof Order order) {
                visitOrder(
                        new Order(new Verbatim<>(name, order.expression().type()), order.direction(), order.nulls()));
            } else {
                out.append(name);
            }
        }
    }

    /** Whether the order of a compound tells the numbers of columns instead of their names. */
    protected boolean ordersCompoundsByPosition() {
        return false;
    }

    private @Nullable String nameIn(List<OutputColumn> outputs, Ordering ordering) {
        for (int i = 0; i < outputs.size(); i++) {
            Expr<?> expression = outputs.get(i).expression();
            boolean named = ordering instanceof LabelReference reference
                    && reference.name().equals(outputs.get(i).name());
            if (expression == ordering || expression.equals(ordering) || named) {
                return ordersCompoundsByPosition()
                        ? String.valueOf(i + 1)
                        : dialect.identifiers().quote(label(outputs.get(i)));
            }
        }
        return null;
    }
}
