package org.aludel.dialects.sqlite;

import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.JsonPath;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** SQLite's SQL. */
final class SqliteCompiler extends SqlCompiler {

    private static final TypeHandler<Object> PATH = new MappedHandler<>(
            new Strings(), (Object key) -> JsonPath.of(key, back -> "#-" + back), (String path) -> path);
    private static final Operator NOT_REGEXP = new Operator("NOT REGEXP", 5, false);
    private static final Operator SAME = new Operator("IS", 5, false);
    private static final Operator OTHER = new Operator("IS NOT", 5, false);

    SqliteCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void afterQuery(Insert insert, QueryExpression query) {
        // without a WHERE the ON of a conflict clause would be taken for that of a join
        boolean open = query instanceof Select select
                && select.where().isEmpty()
                && select.groupBy().isEmpty()
                && select.orderBy().isEmpty()
                && select.limit() == null;
        if (open && insert.isUpsert()) {
            out.append(" WHERE true");
        }
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        infix(distinct ? OTHER : SAME, comparison.left(), comparison.right());
    }

    @Override
    public void visitCast(Cast<?> cast) {
        TypeFamily family = cast.type().family();
        if (family == TypeFamily.DATE || family == TypeFamily.TIME || family == TypeFamily.TIMESTAMP) {
            // a cast would make a number of what is kept as text
            operand(cast.operand(), Operator.NONE, cast);
        } else {
            super.visitCast(cast);
        }
    }

    @Override
    public void visitExtract(Extract extract) {
        String format = switch (extract.field().toLowerCase(java.util.Locale.ROOT)) {
            case "year" -> "%Y";
            case "month" -> "%m";
            case "day" -> "%d";
            case "hour" -> "%H";
            case "minute" -> "%M";
            case "second" -> "%S";
            case "doy" -> "%j";
            case "dow" -> "%w";
            case "week" -> "%W";
            case "epoch" -> "%s";
            default -> throw unsupported("EXTRACT of " + extract.field());
        };
        out.append("CAST(STRFTIME('").append(format).append("', ");
        write(extract.operand());
        out.append(") AS INTEGER)");
    }

    @Override
    protected void members(InExpressions in) {
        if (in.operand() instanceof Tuple) {
            out.append("VALUES ");
        }
        super.members(in);
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        infix(regexp.negated() ? NOT_REGEXP : Operator.REGEXP, regexp.operand(), regexp.pattern());
    }

    @Override
    public void visitJsonItem(JsonItem<?> item) {
        boolean quoted = item.form() == JsonItem.Form.JSON;
        out.append(quoted ? "JSON_QUOTE(" : "").append("JSON_EXTRACT(");
        operand(item.document(), item.operator(), null);
        out.append(", ");
        bindBy(item.key(), PATH);
        out.append(quoted ? "))" : ")");
    }

    @Override
    protected String functionName(Func<?> function) {
        return function.name().equals("char_length") ? "length" : super.functionName(function);
    }

    @Override
    public void visitFunction(Func<?> function) {
        if (function.name().equalsIgnoreCase("localtimestamp")) {
            out.append("DATETIME(CURRENT_TIMESTAMP, \"localtime\")");
        } else {
            super.visitFunction(function);
        }
    }

    /** No OFFSET without a LIMIT, and none is 0: one text for both. */
    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit != null || offset != null) {
            out.append(" LIMIT ");
            (limit == null ? BindParameter.of(Types.BIGINT, -1L) : limit).accept(this);
            out.append(" OFFSET ");
            (offset == null ? BindParameter.of(Types.BIGINT, 0L) : offset).accept(this);
        }
    }

    @Override
    protected void openMember() {
        out.append("SELECT * FROM (");
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
