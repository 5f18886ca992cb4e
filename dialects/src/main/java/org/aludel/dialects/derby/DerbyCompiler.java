package org.aludel.dialects.derby;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Derby's SQL: parameters need a type, rows are limited by FETCH, MERGE reads tables only. */
final class DerbyCompiler extends SqlCompiler {

    private final Map<QueryExpression, CompoundSelect> compounds = new IdentityHashMap<>();

    DerbyCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void fromNothing() {
        out.append(" FROM SYSIBM.SYSDUMMY1");
    }

    // ---- parameters

    @Override
    public void visitBind(BindParameter<?> bind) {
        castBind(bind, bind.type());
    }

    /** A pattern may be longer than the column it is compared with, and a cast would cut it. */
    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        return type instanceof StringType text && !text.fixed() ? "VARCHAR(32672)" : super.bindTypeName(type);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (sibling == null
                || sibling instanceof BindParameter<?>
                || sibling instanceof Case<?>
                || isOtherNumber(type, sibling)) {
            castBind(bind, type);
        } else {
            bind(bind, type);
        }
    }

    // ---- compounds

    /** The columns of a compound have names only if all its parts agree on them. */
    @Override
    public void visitCompoundSelect(CompoundSelect compound) {
        for (QueryExpression member : compound.members()) {
            compounds.put(member, compound);
        }
        super.visitCompoundSelect(compound);
    }

    @Override
    protected Select rewritten(Select select, Place place) {
        CompoundSelect compound = compounds.get(select);
        if (compound == null || compound.members().get(0) == select) {
            return OrderedDistinct.nested(select);
        }
        List<OutputColumn> wanted = compound.outputs();
        List<OutputColumn> given = select.outputs();
        List<Selectable> columns = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Expr<?> expression = given.get(i).expression();
            String name = wanted.get(i).name();
            columns.add(
                    given.get(i).name().equals(name)
                            ? expression
                            : unlabelled(expression).label(name));
        }
        return select.withOnlyColumns(columns.toArray(Selectable[]::new));
    }

    private static Expr<?> unlabelled(Expr<?> expression) {
        return expression instanceof Label<?> label ? label.expression() : expression;
    }

    // ---- IN

    @Override
    public void visitInExpressions(InExpressions in) {
        if (in.operand() instanceof Tuple) {
            tuplesAsConditions(in);
        } else {
            super.visitInExpressions(in);
        }
    }

    // ---- limits and locks

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        offsetAndFetch(limit, offset, Long.MAX_VALUE);
    }

    @Override
    protected void fetch(Fetch fetch, @Nullable Expr<?> offset, boolean ordered) {
        if (fetch.percent() || fetch.withTies()) {
            throw unsupported("FETCH WITH TIES and PERCENT", "compare with a value that a subquery gives");
        }
        limit(fetch.count(), offset, ordered);
    }

    /**
     * Only a select that could be the cursor of an UPDATE is FOR UPDATE. The rows of others are locked for reading to the
     * end of the transaction: nobody changes them, and of two that change what both have read one becomes the victim.
     */
    @Override
    protected void lock(Select select, LockMode mode, List<FromItem> froms) {
        boolean updatable = !mode.share()
                && froms.size() == 1
                && froms.get(0) instanceof Table
                && select.orderBy().isEmpty()
                && select.groupBy().isEmpty()
                && !select.isDistinct()
                && select.limit() == null
                && select.offset() == null;
        if (updatable) {
            lock(mode);
        }
        out.append(" WITH RS");
    }

    @Override
    protected boolean groupsByLabel() {
        return false;
    }

    // ---- expressions

    /** IS is for null only: what is true, or not, is asked so that null is neither. */
    @Override
    public void visitComparison(Comparison comparison) {
        Operator operator = comparison.operator();
        boolean is = operator.equals(Operator.IS);
        if ((is || operator.equals(Operator.IS_NOT)) && !isNull(comparison.right())) {
            distinctByCase(comparison, !is);
        } else {
            super.visitComparison(comparison);
        }
    }

    private static boolean isNull(Expr<?> value) {
        return value == Constant.NULL || value instanceof BindParameter<?> bind && bind.value() == null;
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        distinctByCase(comparison, distinct);
    }

    @Override
    protected void calculation(Operator operator, Binary<?> binary) {
        if (!operator.equals(Operator.MODULO)) {
            super.calculation(operator, binary);
            return;
        }
        out.append("MOD(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }

    @Override
    public void visitCast(Cast<?> cast) {
        Type<?> from = typeOf(cast.operand());
        boolean number = from != null && (from.family() == TypeFamily.INTEGER || from.family() == TypeFamily.NUMERIC);
        if (!number || !(cast.type() instanceof StringType string) || string.fixed()) {
            super.visitCast(cast);
            return;
        }
        // numbers become CHAR only, which is padded
        out.append("CAST(RTRIM(CAST(");
        operand(cast.operand(), Operator.NONE, cast);
        out.append(" AS CHAR(38))) AS ")
                .append(dialect.castTypeName(cast.type()))
                .append(')');
    }

    @Override
    public void visitExtract(Extract extract) {
        String field = extract.field().toUpperCase(java.util.Locale.ROOT);
        switch (field) {
            case "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND" -> {
                out.append(field).append('(');
                write(extract.operand());
                out.append(')');
            }
            default -> throw unsupported("EXTRACT of " + extract.field());
        }
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name()) {
            case "char_length", "character_length" -> "length";
            case "substring" -> "substr";
            default -> super.functionName(function);
        };
    }

    // ---- INSERT and upserts

    @Override
    protected String emptyColumns(Table table) {
        // a column left out gets its default, so naming one is enough
        return " (" + dialect.identifiers().quote(table.columns().get(0).name()) + ")";
    }

    @Override
    protected String emptyValues() {
        return " VALUES (DEFAULT)";
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected boolean mergesRows() {
        return false;
    }

    @Override
    protected String singleRowTable() {
        return "SYSIBM.SYSDUMMY1";
    }

    @Override
    protected boolean groupsBy(String word) {
        return word.equals("ROLLUP");
    }
}
