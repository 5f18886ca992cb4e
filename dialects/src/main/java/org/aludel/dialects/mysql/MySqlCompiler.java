package org.aludel.dialects.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.JsonPath;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Select;
import org.aludel.sql.Update;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.ConflictClause;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The SQL of MySQL and MariaDB. */
final class MySqlCompiler extends SqlCompiler {

    private static final TypeHandler<Object> PATH = new MappedHandler<>(
            new Strings(), (Object key) -> JsonPath.of(key, back -> "last-" + (back - 1)), (String path) -> path);
    private static final Operator SAME = new Operator("<=>", 5, false);

    MySqlCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void concatenation(Binary<?> binary) {
        out.append("concat(");
        operand(binary.left(), Operator.CONCAT, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.CONCAT, binary.left());
        out.append(')');
    }

    @Override
    protected String truthWord(boolean truth) {
        return truth ? "true" : "false";
    }

    @Override
    protected void fullTextSearch(Match match) {
        out.append("MATCH (");
        write(match.operand());
        out.append(") AGAINST (");
        operand(match.pattern(), Operator.MATCH, match.operand());
        out.append(" IN BOOLEAN MODE)");
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        String flags = regexp.flags();
        if (flags != null && dialect.name().equals("mysql")) {
            out.append(regexp.negated() ? "NOT " : "");
            regexpFunction("REGEXP_LIKE", flags, regexp.operand(), regexp.pattern());
            return;
        }
        operand(regexp.operand(), Operator.REGEXP, null);
        out.append(regexp.negated() ? " NOT REGEXP " : " REGEXP ");
        if (flags == null) {
            operand(regexp.pattern(), Operator.REGEXP, regexp.operand());
            return;
        }
        flagged(flags, regexp.pattern(), regexp.operand());
    }

    /** A pattern with its flags, which MariaDB takes at its beginning. */
    private void flagged(String flags, Expr<?> pattern, Expr<?> operand) {
        out.append("CONCAT('(?', ");
        visitBind(BindParameter.of(Types.STRING, flags));
        out.append(", ')', ");
        operand(pattern, Operator.COMMA, operand);
        out.append(')');
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        if (replace.flags() != null && dialect.name().equals("mariadb")) {
            out.append("REGEXP_REPLACE(");
            operand(replace.operand(), Operator.COMMA, null);
            out.append(", ");
            flagged(replace.flags(), replace.pattern(), replace.operand());
            out.append(", ");
            operand(replace.replacement(), Operator.COMMA, replace.operand());
            out.append(')');
            return;
        }
        regexpFunction("REGEXP_REPLACE", replace.flags(), replace.operand(), replace.pattern(), replace.replacement());
    }

    @Override
    public void visitJsonItem(JsonItem<?> item) {
        if (item.form() == JsonItem.Form.JSON) {
            jsonExtract(item);
            return;
        }
        out.append("CASE ");
        jsonExtract(item);
        out.append(" WHEN 'null' THEN NULL ");
        switch (item.type().family()) {
            case BOOLEAN -> out.append("WHEN true THEN true ELSE false");
            case INTEGER -> cast(item, "SIGNED INTEGER");
            case NUMERIC -> cast(item, String.valueOf(dialect.castTypeName(item.type())));
            case FLOAT -> {
                // servers before 8.0.17 have no cast to FLOAT
                out.append("ELSE ");
                jsonExtract(item);
                out.append("+0.0000000000000000000000");
            }
            default -> {
                out.append("ELSE JSON_UNQUOTE(");
                jsonExtract(item);
                out.append(')');
            }
        }
        out.append(" END");
    }

    private void cast(JsonItem<?> item, String type) {
        out.append("ELSE CAST(");
        jsonExtract(item);
        out.append(" AS ").append(type).append(')');
    }

    private void jsonExtract(JsonItem<?> item) {
        out.append("JSON_EXTRACT(");
        operand(item.document(), item.operator(), null);
        out.append(", ");
        bindBy(item.key(), PATH);
        out.append(')');
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        if (distinct) {
            out.append("NOT (");
        }
        infix(SAME, comparison.left(), comparison.right());
        if (distinct) {
            out.append(')');
        }
    }

    @Override
    public void visitOrder(Order order) {
        if (order.nulls() == Order.Nulls.DEFAULT) {
            super.visitOrder(order);
            return;
        }
        // no words for it: whether a value is null is ordered by first
        operand(order.expression(), Operator.IS, null);
        out.append(order.nulls() == Order.Nulls.FIRST ? " IS NOT NULL, " : " IS NULL, ");
        super.visitOrder(new Order(order.expression(), order.direction(), Order.Nulls.DEFAULT));
    }

    /** An offset stands before the limit, without which there is none. */
    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit == null && offset == null) {
            return;
        }
        out.append(" LIMIT ");
        if (offset != null) {
            write(offset);
            out.append(", ");
        }
        if (limit != null) {
            write(limit);
        } else {
            out.append("18446744073709551615");
        }
    }

    @Override
    protected void hinted(String hint, Runnable table) {
        table.run();
        out.append(' ').append(hint);
    }

    @Override
    protected String sharedLock() {
        return " LOCK IN SHARE MODE";
    }

    /** Without a table there is no WHERE. */
    @Override
    protected void fromNothing(Select select) {
        if (!select.where().isEmpty()) {
            out.append(" FROM DUAL");
        }
    }

    @Override
    protected String joinKeyword(Join.Kind kind) {
        return kind == Join.Kind.INNER ? " INNER JOIN " : super.joinKeyword(kind);
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "now" -> "now";
            case "random" -> "rand";
            case "sysdate" -> "SYSDATE";
            default -> super.functionName(function);
        };
    }

    @Override
    protected String emptyColumns(Table table) {
        return " ()";
    }

    @Override
    protected String emptyValues() {
        return " VALUES ()";
    }

    @Override
    protected boolean cteFollowsInsert() {
        return true;
    }

    @Override
    public void visitUpsert(ConflictClause.Upsert upsert) {
        if (upsert.where() != null) {
            throw unsupported("a condition on the rows that an upsert updates");
        }
        if (upsert.update().isEmpty()) {
            // IGNORE would swallow other errors besides; setting a column to itself changes nothing
            String name = dialect.identifiers()
                    .quote(inserting().table().columns().get(0).name());
            out.append(" ON DUPLICATE KEY UPDATE ").append(name).append(" = ").append(name);
            return;
        }
        onDuplicateKey(upsert.update(), upsert.update().keySet());
    }

    @Override
    public void visitOnDuplicateKey(ConflictClause.OnDuplicateKey clause) {
        onDuplicateKey(clause.update(), clause.inOrder() ? clause.update().keySet() : inTableOrder(clause.update()));
    }

    private void onDuplicateKey(Map<Column<?>, Expr<?>> update, Iterable<Column<?>> columns) {
        out.append(" ON DUPLICATE KEY UPDATE ");
        conflictAssignments(update, columns);
    }

    @Override
    public void visitNextValue(NextValue next) {
        out.append("nextval(")
                .append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append(')');
    }

    @Override
    public void visitExcluded(Excluded<?> excluded) {
        out.append("VALUES(")
                .append(dialect.identifiers().quote(excluded.column().name()))
                .append(')');
    }

    @Override
    protected void updatedTables(Update update, List<FromItem> others) {
        super.updatedTables(update, others);
        if (!others.isEmpty()) {
            out.append(", ");
            fromItems(others);
        }
    }

    @Override
    protected void assignmentTarget(FromItem target, Column<?> column, List<FromItem> others) {
        if (others.isEmpty()) {
            super.assignmentTarget(target, column, others);
        } else {
            qualifiedTarget(target, column);
        }
    }

    @Override
    protected boolean updatesOtherTables() {
        return true;
    }

    @Override
    protected void updateFrom(FromItem target, List<FromItem> others) {}

    @Override
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        out.append(" USING ");
        write(target);
        out.append(", ");
        fromItems(others);
    }

    @Override
    protected void limitClause(DmlStatement<?> statement) {
        Object limit = statement.dialectOption("mysql_limit");
        if (limit != null) {
            out.append(" LIMIT ").append(((Number) limit).longValue());
        }
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
