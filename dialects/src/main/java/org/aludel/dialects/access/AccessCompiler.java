package org.aludel.dialects.access;

import java.util.Locale;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.Join;
import org.aludel.sql.LockMode;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/** Access's SQL: TOP, joins in parentheses, functions for parts of dates. */
final class AccessCompiler extends SqlCompiler {

    private static final Operator JOINED = new Operator("&", Operator.CONCAT.precedence(), true);

    AccessCompiler(Compilation compilation) {
        super(compilation);
    }

    /** The driver's engine, which is HSQLDB, wants to be told the types of a CASE's results. */
    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (!(sibling instanceof Case<?>) || type instanceof UnknownType<?>) {
            super.bindBeside(bind, type, sibling);
            return;
        }
        castBind(bind, type);
    }

    // ---- select

    @Override
    protected void fromNothing() {
        // the driver's engine wants a table; Access itself would take none
        out.append(" FROM (VALUES(0))");
    }

    @Override
    protected void beforeColumns(Select select, Place place) {
        super.beforeColumns(select, place);
        Fetch fetch = select.fetch();
        Expr<?> limit = fetch == null ? select.limit() : fetch.count();
        if (limit == null) {
            return;
        }
        if (!(limit instanceof BindParameter<?>)) {
            throw unsupported("a limit that is an expression");
        }
        out.append("TOP ");
        written(limit);
        // TOP gives the rows equal to the last one too
        out.append(fetch != null && fetch.percent() ? " PERCENT " : " ");
    }

    @Override
    protected void limitClause(Select select, Place place) {
        if (select.offset() != null) {
            throw unsupported("an offset (choose rows by a condition on what they are ordered by)");
        }
    }

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit != null || offset != null) {
            throw unsupported("a limit on a compound (select from it as a subquery, and limit that)");
        }
    }

    @Override
    protected void fetch(Fetch fetch, @Nullable Expr<?> offset, boolean ordered) {
        limit(fetch.count(), offset, ordered);
    }

    /** Each join of a join stands in parentheses. */
    @Override
    public void visitJoin(Join join) {
        boolean nested = join.left() instanceof Join;
        out.append(nested ? "(" : "");
        write(join.left());
        out.append(nested ? ")" : "").append(joinKeyword(join.kind()));
        boolean right = join.right() instanceof Join;
        out.append(right ? "(" : "");
        write(join.right());
        out.append(right ? ")" : "");
        if (join.on() != null) {
            out.append(" ON ");
            write(join.on());
        }
    }

    @Override
    protected String joinKeyword(Join.Kind kind) {
        return switch (kind) {
            case INNER -> " INNER JOIN ";
            case LEFT -> " LEFT JOIN ";
            case CROSS -> ", ";
            case FULL -> super.joinKeyword(kind);
        };
    }

    /** A file has no locks on rows that a statement could ask for. */
    @Override
    protected void lock(LockMode mode) {
        if (mode.skipsLocked()) {
            throw unsupported("SKIP LOCKED");
        }
    }

    // ---- expressions

    @Override
    public void visitConstant(Constant<?> constant) {
        if (constant == Constant.TRUE || constant == Constant.FALSE) {
            out.append(constant == Constant.TRUE ? "TRUE" : "FALSE");
        } else {
            super.visitConstant(constant);
        }
    }

    @Override
    protected void concatenation(Binary<?> binary) {
        infix(JOINED, binary.left(), binary.right());
    }

    @Override
    public void visitComparison(Comparison comparison) {
        if (comparison.operator().equals(Operator.NE)) {
            infix(new Operator("<>", Operator.NE.precedence(), false), comparison.left(), comparison.right());
        } else {
            super.visitComparison(comparison);
        }
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        distinctByCase(comparison, distinct);
    }

    @Override
    public void visitExtract(Extract extract) {
        String interval = switch (extract.field().toLowerCase(Locale.ROOT)) {
            case "year" -> "yyyy";
            case "quarter" -> "q";
            case "month" -> "m";
            case "day" -> "d";
            case "doy" -> "y";
            case "dow" -> "w";
            case "week" -> "ww";
            case "hour" -> "h";
            case "minute" -> "n";
            case "second" -> "s";
            default -> throw unsupported("EXTRACT of " + extract.field());
        };
        out.append("DATEPART('").append(interval).append("', ");
        write(extract.operand());
        out.append(')');
    }

    @Override
    public void visitFunction(Func<?> function) {
        String name = switch (function.name().toLowerCase(Locale.ROOT)) {
            case "now", "current_timestamp" -> "NOW()";
            case "current_date" -> "DATE()";
            case "current_time" -> "TIME()";
            default -> null;
        };
        if (name != null && function.arguments().isEmpty()) {
            out.append(name);
        } else {
            super.visitFunction(function);
        }
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "length", "char_length" -> "LEN";
            case "lower" -> "LCASE";
            case "upper" -> "UCASE";
            case "substring", "substr" -> "MID";
            case "random" -> "RND";
            default -> super.functionName(function);
        };
    }

    @Override
    protected void calculation(Operator operator, Binary<?> binary) {
        if (!operator.equals(Operator.MODULO)) {
            super.calculation(operator, binary);
            return;
        }
        // the driver's engine knows the function, not Access's operator MOD
        out.append("MOD(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }

    // ---- changes

    @Override
    protected String emptyColumns(Table table) {
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
    protected boolean groupsBy(String word) {
        return false;
    }
}
