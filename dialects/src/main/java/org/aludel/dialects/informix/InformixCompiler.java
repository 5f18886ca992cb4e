package org.aludel.dialects.informix;

import java.util.Locale;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.LockMode;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Informix's SQL: SKIP and FIRST, letters for truth values, parts of dates by functions. */
final class InformixCompiler extends SqlCompiler {

    private static final String SINGLE_ROW = "sysmaster:sysdual";

    InformixCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- parameters

    /** A pattern may be longer than the column it is compared with, and a cast would cut it. */
    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        return type instanceof StringType text && !text.fixed() ? "LVARCHAR(4000)" : super.bindTypeName(type);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (sibling == null || sibling instanceof BindParameter<?> || sibling instanceof Case<?>) {
            castBind(bind, type);
        } else {
            bind(bind, type);
        }
    }

    @Override
    public void visitConstant(Constant<?> constant) {
        if (constant == Constant.TRUE || constant == Constant.FALSE) {
            out.append(constant == Constant.TRUE ? "'t'" : "'f'");
        } else {
            super.visitConstant(constant);
        }
    }

    // ---- select

    @Override
    protected void fromNothing() {
        out.append(" FROM ").append(SINGLE_ROW);
    }

    @Override
    protected String withKeyword(boolean recursive) {
        return "WITH ";
    }

    @Override
    protected void beforeColumns(Select select, Place place) {
        number("SKIP ", select.offset());
        Fetch fetch = select.fetch();
        if (fetch != null && (fetch.percent() || fetch.withTies())) {
            throw unsupported("FETCH WITH TIES and PERCENT");
        }
        number("FIRST ", fetch == null ? select.limit() : fetch.count());
        super.beforeColumns(select, place);
    }

    private void number(String word, @Nullable Expr<?> count) {
        if (count == null) {
            return;
        }
        out.append(word);
        if (count instanceof BindParameter<?> bind) {
            bind(bind, bind.type());
        } else {
            throw unsupported("a limit that is an expression");
        }
        out.append(' ');
    }

    @Override
    protected void limitClause(Select select, Place place) {}

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

    @Override
    protected void openMember() {
        out.append("SELECT * FROM (");
    }

    @Override
    protected boolean ordersCompoundsByPosition() {
        return true;
    }

    @Override
    protected void lock(LockMode mode) {
        if (mode.share() || mode.nowait() || mode.skipsLocked()) {
            throw unsupported("FOR SHARE, NOWAIT and SKIP LOCKED (SET LOCK MODE sets how long a connection waits)");
        }
        super.lock(mode);
    }

    // ---- expressions

    @Override
    public void visitInExpressions(InExpressions in) {
        if (in.operand() instanceof Tuple) {
            tuplesAsConditions(in);
        } else {
            super.visitInExpressions(in);
        }
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
    public void visitExtract(Extract extract) {
        String field = extract.field().toLowerCase(Locale.ROOT);
        String format = switch (field) {
            case "hour" -> "%H";
            case "minute" -> "%M";
            case "second" -> "%S";
            default -> null;
        };
        if (format != null) {
            out.append("CAST(TO_CHAR(");
            write(extract.operand());
            out.append(", '").append(format).append("') AS INTEGER)");
            return;
        }
        switch (field) {
            case "year", "month", "day", "dow", "quarter" -> {
                out.append(field.equals("dow") ? "WEEKDAY" : field.toUpperCase(Locale.ROOT))
                        .append('(');
                write(extract.operand());
                out.append(')');
            }
            default -> throw unsupported("EXTRACT of " + extract.field());
        }
    }

    @Override
    public void visitNextValue(NextValue next) {
        out.append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append(".NEXTVAL");
    }

    // ---- changes

    @Override
    protected String emptyColumns(Table table) {
        return " (" + dialect.identifiers().quote(table.columns().get(0).name()) + ")";
    }

    @Override
    protected String emptyValues() {
        // a serial column takes 0 for the next number
        return " VALUES (0)";
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected String singleRowTable() {
        return SINGLE_ROW;
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
