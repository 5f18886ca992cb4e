package org.aludel.dialects.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableFunction;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.ConflictClause;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Oracle's SQL. */
final class OracleCompiler extends SqlCompiler {

    private static final Set<Capability> TO_THE_SERVER =
            Set.of(Capability.AGGREGATE_FILTER, Capability.ARRAYS, Capability.LATERAL);

    /** Functions that are called without parentheses. */
    private static final Set<String> WITHOUT_PARENTHESES =
            Set.of("UID", "CURRENT_DATE", "SYSDATE", "USER", "CURRENT_TIME", "CURRENT_TIMESTAMP");

    private final boolean ansi;
    private final boolean hints;
    private final boolean fetches;
    private @Nullable FromItem optional;
    private boolean inside;

    OracleCompiler(Compilation compilation) {
        super(compilation);
        this.ansi = dialect.settings().flag("useAnsi", dialect.settings().isAtLeast(9, 0));
        this.hints = dialect.settings().flag("optimizeLimits", false);
        this.fetches = dialect.settings().flag("fetch", false);
    }

    // ---- select

    @Override
    protected Select rewritten(Select select, Place place) {
        boolean limited = select.fetch() == null && (select.limit() != null || select.offset() != null);
        return limited && !fetches ? OracleLimits.nested(select) : select;
    }

    /** The optimizer is told how many of the first rows are wanted, if the settings say so. */
    @Override
    protected void beforeColumns(Select select, Place place) {
        super.beforeColumns(select, place);
        Expr<?> count = hints ? OracleLimits.countedBy(select) : null;
        if (count instanceof BindParameter<?> number && !number.isRequired()) {
            out.append("/*+ FIRST_ROWS(");
            written(number);
            out.append(") */ ");
        }
    }

    @Override
    protected List<Expr<Boolean>> conditionsOf(Select select, List<FromItem> froms) {
        List<Expr<Boolean>> joins = ansi ? List.of() : OracleJoins.conditions(froms);
        if (joins.isEmpty()) {
            return select.where();
        }
        List<Expr<Boolean>> all = new ArrayList<>(select.where());
        all.addAll(joins);
        return all;
    }

    /** Limits are subqueries here, but for FETCH, which the program asked for by name or by a setting. */
    @Override
    protected void limitClause(Select select, Place place) {
        if (select.fetch() != null || fetches) {
            super.limitClause(select, place);
        }
        inside = place != Place.TOP;
    }

    /** A compound can't be counted by ROWNUM without a name for each column; Oracle 12 has words for it. */
    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit == null && offset == null) {
            return;
        }
        if (!dialect.settings().isAtLeast(12, 0)) {
            throw unsupported("a compound with a limit before version 12; select from the compound as a subquery");
        }
        if (offset != null) {
            out.append(" OFFSET ");
            write(offset);
            out.append(" ROWS");
        }
        if (limit != null) {
            out.append(" FETCH FIRST ");
            write(limit);
            out.append(" ROWS ONLY");
        }
    }

    @Override
    protected void selectHint(String hint) {
        out.append("/*+ ").append(hint).append(" */ ");
    }

    /** The rows of a subquery can't be locked. */
    @Override
    protected void lock(LockMode mode) {
        if (!inside) {
            super.lock(mode);
        }
    }

    /** Columns say whose rows are locked; any column of a table will do. */
    @Override
    protected void lockedTables(List<Selectable> locked) {
        List<Expr<?>> columns = new ArrayList<>();
        for (Selectable one : locked) {
            columns.add(one instanceof FromItem item ? item.columns().get(0) : (Expr<?>) one);
        }
        list(columns);
    }

    /** A number of rows, in the text; one that only the execution knows is a parameter. */
    void rowLimit(OracleLimits.RowLimit limit) {
        out.append(limit.test());
        rows(limit.rows());
        if (limit.more() != null) {
            out.append(" + ");
            rows(limit.more());
        }
    }

    private void rows(Expr<?> number) {
        if (number instanceof BindParameter<?> bind && bind.isRequired()) {
            write(bind);
        } else {
            written(number);
        }
    }

    /** Oracle orders by what a label stands for. */
    @Override
    protected boolean ordersByLabel() {
        return false;
    }

    @Override
    protected boolean cteFollowsInsert() {
        return true;
    }

    @Override
    protected void fromNothing() {
        out.append(" FROM DUAL");
    }

    @Override
    protected String aliasKeyword() {
        return " ";
    }

    @Override
    protected String compoundKeyword(CompoundSelect.Kind kind) {
        return kind == CompoundSelect.Kind.EXCEPT ? "MINUS" : super.compoundKeyword(kind);
    }

    @Override
    protected String withKeyword(boolean recursive) {
        return "WITH ";
    }

    /** Oracle has no shared row locks; the stronger lock keeps the promise. */
    @Override
    protected String sharedLock() {
        return " FOR UPDATE";
    }

    @Override
    protected void tableFunction(Expr<?> function) {
        out.append("TABLE (");
        super.tableFunction(function);
        out.append(')');
    }

    // ---- joins

    @Override
    public void visitJoin(Join join) {
        if (ansi) {
            super.visitJoin(join);
            return;
        }
        if (join.kind() == Join.Kind.FULL) {
            throw unsupported("FULL OUTER JOIN with useAnsi=false");
        }
        write(join.left());
        out.append(", ");
        write(join.right());
    }

    /** A condition of an outer join, in WHERE. */
    void outerCondition(OracleJoins.OuterCondition condition) {
        FromItem before = optional;
        optional = condition.right();
        operand(condition.on(), Operator.AND, null);
        optional = before;
    }

    @Override
    public void visitColumn(Column<?> column) {
        super.visitColumn(column);
        if (column.owner() instanceof TableFunction function
                && function.options().single()) {
            out.append(".COLUMN_VALUE");
        }
        if (optional != null && OracleJoins.isOf(column, optional)) {
            out.append("(+)");
        }
    }

    // ---- expressions

    @Override
    public void visitBinary(Binary<?> binary) {
        if (!binary.operator().equals(Operator.MODULO)) {
            super.visitBinary(binary);
            return;
        }
        out.append("mod(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        out.append("DECODE(");
        operand(comparison.left(), comparison.operator(), comparison.right());
        out.append(", ");
        operand(comparison.right(), comparison.operator(), comparison.left());
        out.append(", 0, 1) = ").append(distinct ? '1' : '0');
    }

    @Override
    protected void fullTextSearch(Match match) {
        out.append("CONTAINS (");
        operand(match.operand(), Operator.MATCH, null);
        out.append(", ");
        operand(match.pattern(), Operator.MATCH, match.operand());
        out.append(')');
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        out.append(regexp.negated() ? "NOT " : "");
        regexpFunction("REGEXP_LIKE", regexp.flags(), regexp.operand(), regexp.pattern());
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        regexpFunction("REGEXP_REPLACE", replace.flags(), replace.operand(), replace.pattern(), replace.replacement());
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "char_length" -> "LENGTH";
            default -> super.functionName(function);
        };
    }

    @Override
    public void visitFunction(Func<?> function) {
        if (function.arguments().isEmpty()
                && WITHOUT_PARENTHESES.contains(function.name().toUpperCase(Locale.ROOT))) {
            out.append(functionName(function));
        } else {
            super.visitFunction(function);
        }
    }

    @Override
    public void visitNextValue(NextValue next) {
        out.append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append(".nextval");
    }

    /** Standard SQL for which there is no other form here goes to the server, whose versions differ. */
    @Override
    protected boolean writes(Capability construct) {
        return TO_THE_SERVER.contains(construct) || super.writes(construct);
    }

    // ---- changes

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected String singleRowTable() {
        return "DUAL";
    }

    /** The condition of an update in MERGE stands after what is set. */
    @Override
    protected void mergeUpdate(ConflictClause.Upsert upsert) {
        out.append(" WHEN MATCHED THEN UPDATE SET ");
        conflictAssignments(upsert.update(), upsert.update().keySet());
        if (upsert.where() != null) {
            out.append(" WHERE ");
            write(upsert.where());
        }
    }

    /** A row of defaults can't be said; one default will do. */
    @Override
    protected String emptyColumns(Table table) {
        return " (" + dialect.identifiers().quote(table.columns().get(0).name()) + ")";
    }

    @Override
    protected String emptyValues() {
        return " VALUES (DEFAULT)";
    }

    @Override
    protected void returningClause(DmlStatement<?> statement, List<OutputColumn> outputs) {
        out.append(" RETURNING ");
        for (int i = 0; i < outputs.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            Expr<?> expression = resolved(outputs.get(i).expression());
            operand(expression instanceof Label<?> label ? label.expression() : expression, Operator.NONE, null);
        }
        out.append(" INTO ");
        for (int i = 0; i < outputs.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            Type<?> type = typeOf(outputs.get(i).expression());
            outParameter("ret_" + i, type == null ? Types.UNKNOWN : type, ReturnedRows.registering(type));
        }
    }
}
