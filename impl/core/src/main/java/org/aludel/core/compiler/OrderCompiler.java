package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** Compiles what comes after the conditions of a query: groups, order, limits and locks. */
public abstract class OrderCompiler extends LimitCompiler {

    /** Where a query stands. */
    protected enum Place {
        /** It is the statement. */
        TOP,
        /** In FROM or WITH: each column has a name. */
        FROM,
        /** In an expression. */
        EXPRESSION,
        /** A part of a compound, or the rows of an insert. */
        MEMBER
    }

    final FromCollector collector;

    @Nullable
    Scope scope;

    Place place;
    boolean topMembers;
    boolean lateral;
    boolean inColumns;

    protected OrderCompiler(Compilation compilation) {
        super(compilation);
        this.collector = new FromCollector(this);
        this.place = compilation.statement() instanceof QueryExpression ? Place.TOP : Place.EXPRESSION;
    }

    // ---- groups and order

    final void groupBy(List<? extends Expr<?>> expressions) {
        if (!expressions.isEmpty()) {
            out.append(" GROUP BY ");
            grouped(expressions);
        }
    }

    /** Writes what rows are grouped by, or distinct in. */
    protected final void grouped(List<? extends Expr<?>> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            Expr<?> expression = expressions.get(i);
            boolean named = expression instanceof LabelReference && !groupsByLabel();
            operand(named ? labelled((LabelReference) expression) : expression, Operator.NONE, null);
        }
    }

    /** Whether GROUP BY knows the labels of the list; the expressions that they name are written otherwise. */
    protected boolean groupsByLabel() {
        return true;
    }

    private Expr<?> labelled(LabelReference reference) {
        for (OutputColumn output : scope == null ? List.<OutputColumn>of() : scope.outputs()) {
            if (output.name().equals(reference.name())) {
                return output.expression() instanceof Label<?> label ? label.expression() : output.expression();
            }
        }
        return reference;
    }

    /** Writes ORDER BY of a select. */
    protected void orderByClause(Select select, Place place) {
        orderBy(select.orderBy());
    }

    /** Writes ORDER BY and what follows. */
    protected final void orderBy(List<Ordering> orderBy) {
        for (int i = 0; i < orderBy.size(); i++) {
            out.append(i == 0 ? " ORDER BY " : ", ");
            ordered(orderBy.get(i));
        }
    }

    /** Whether ORDER BY may name the labels of a select. */
    protected boolean ordersByLabel() {
        return true;
    }

    @Override
    protected void ordered(Ordering ordering) {
        if (ordering instanceof Label<?> label && scope != null && !inColumns && ordersByLabel()) {
            for (OutputColumn output : scope.outputs()) {
                if (output.expression() == label || output.expression().equals(label)) {
                    out.append(dialect.identifiers().quote(label(output)));
                    return;
                }
            }
        }
        if (ordering instanceof Expr<?> expression) {
            operand(expression, Operator.NONE, null);
        } else {
            write(ordering);
        }
    }

    @Override
    public void visitLabelReference(LabelReference reference) {
        Scope here = scope;
        Object found = here == null ? null : named(here, reference.name());
        if (found == null) {
            throw new CompileException(
                    "ALU-0168",
                    "no column of the select has this label, and no column of its tables this name; where: "
                            + reference.name() + "; what to do: use a label of the list, or text(...) for SQL");
        }
        if (found instanceof Column<?> column) {
            write(column);
        } else {
            out.append(dialect.identifiers().quote((String) found));
        }
    }

    /** What a name in ORDER BY stands for: a column, or the text of a label. */
    private @Nullable Object named(Scope here, String name) {
        List<OutputColumn> outputs = inColumns ? List.of() : here.outputs();
        for (OutputColumn output : outputs) {
            if (!(output.expression() instanceof Column<?>) && output.name().equals(name)) {
                return label(output);
            }
        }
        for (OutputColumn output : outputs) {
            if (output.expression() instanceof Column<?> column
                    && (output.name().equals(name)
                                    && (output.required() || here.froms().isEmpty())
                            || column.table() != null
                                    && name.equals(column.table().name() + "_" + column.name()))) {
                return here.froms().isEmpty() ? label(output) : column;
            }
        }
        for (FromItem item : here.froms()) {
            Column<?> column = item.find(name);
            if (column != null) {
                return column;
            }
        }
        for (OutputColumn output : outputs) {
            if (output.name().equals(name)) {
                return label(output);
            }
        }
        return null;
    }

    // ---- limits and locks

    /** Writes the limits that stand at the end of a select. */
    protected void limitClause(Select select, Place place) {
        Fetch fetch = select.fetch();
        if (fetch == null) {
            limit(select.limit(), select.offset(), !select.orderBy().isEmpty());
        } else {
            fetch(fetch, select.offset(), !select.orderBy().isEmpty());
        }
    }

    /**
     * Writes how the rows of a select are locked.
     *
     * @param froms what stands in its FROM
     */
    protected void lock(Select select, LockMode mode, List<FromItem> froms) {
        lock(mode);
    }

    /** Writes how rows are locked. */
    protected void lock(LockMode mode) {
        if (!dialect.supports(Capability.FOR_UPDATE)) {
            return;
        }
        out.append(lockStrength(mode));
        if (!mode.of().isEmpty() && dialect.supports(Capability.FOR_UPDATE_OF)) {
            out.append(" OF ");
            lockedTables(mode.of());
        }
        if (mode.nowait() && dialect.supports(Capability.NOWAIT)) {
            out.append(" NOWAIT");
        }
        if (mode.skipsLocked()) {
            if (!dialect.supports(Capability.SKIP_LOCKED)) {
                throw unsupported("SKIP LOCKED", "use forUpdate(), with nowait() where the database has it");
            }
            out.append(" SKIP LOCKED");
        }
    }

    /** The words for how strong a lock is. */
    protected String lockStrength(LockMode mode) {
        return mode.share() ? sharedLock() : " FOR UPDATE";
    }

    /** The words for a lock that others may share. */
    protected String sharedLock() {
        return " FOR SHARE";
    }

    /** Writes whose rows are locked: tables here, each once. */
    protected void lockedTables(List<Selectable> locked) {
        List<String> written = new ArrayList<>(locked.size());
        for (Selectable one : locked) {
            FromItem item = one instanceof Column<?> column && column.owner() != null
                    ? column.owner()
                    : one instanceof FromItem from ? from : null;
            if (item != null) {
                String name = item instanceof Table table
                        ? dialect.identifiers().quote(table.name())
                        : String.valueOf(qualifier(item));
                if (!written.contains(name)) {
                    written.add(name);
                }
            }
        }
        out.append(String.join(", ", written));
    }

    /** The name of a column of the result, as SQL has it. */
    final String label(OutputColumn output) {
        if (output.label() != null) {
            return names().of(output.label());
        }
        return output.expression() instanceof Column<?> column ? names().of(column) : output.name();
    }
}
