package org.aludel.dialects.mssql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.JsonPath;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.CompileException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Delete;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Update;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** SQL Server's SQL. */
final class SqlServerCompiler extends SqlCompiler {

    private static final Set<Capability> TO_THE_SERVER =
            Set.of(Capability.AGGREGATE_FILTER, Capability.ARRAYS, Capability.LATERAL);

    private static final TypeHandler<Object> PATH = new MappedHandler<>(
            new Strings(), (Object key) -> JsonPath.of(key, SqlServerCompiler::fromEnd), (String path) -> path);

    private final boolean offsetFetch;

    SqlServerCompiler(Compilation compilation) {
        super(compilation);
        this.offsetFetch = dialect.settings().isAtLeast(11, 0);
    }

    // ---- select

    @Override
    protected Select rewritten(Select select, Place place) {
        if (offsetFetch || !isLimited(select) || usesTop(select)) {
            return select;
        }
        requireOrder(select);
        return RowNumbers.nested(select, count(select));
    }

    private static boolean isLimited(Select select) {
        return count(select) != null || select.offset() != null;
    }

    private static @Nullable Expr<?> count(Select select) {
        return select.fetch() == null ? select.limit() : select.fetch().count();
    }

    /**
     * Whether TOP says the limit: without an offset, for a number known when the statement runs; for FETCH only what
     * nothing else says.
     */
    private static boolean usesTop(Select select) {
        Fetch fetch = select.fetch();
        return select.offset() == null
                && count(select) instanceof BindParameter<?> count
                && !count.isRequired()
                && (fetch == null || fetch.percent() || fetch.withTies());
    }

    private void requireOrder(Select select) {
        Fetch fetch = select.fetch();
        if (select.orderBy().isEmpty()) {
            throw unsupported("an offset, or a limit that is an expression, without ORDER BY");
        }
        if (fetch != null && (fetch.percent() || fetch.withTies())) {
            throw unsupported("PERCENT or WITH TIES with an offset");
        }
    }

    @Override
    protected void beforeColumns(Select select, Place place) {
        super.beforeColumns(select, place);
        Expr<?> count = count(select);
        if (count == null || !usesTop(select)) {
            return;
        }
        out.append("TOP ");
        written(count);
        Fetch fetch = select.fetch();
        out.append(fetch != null && fetch.percent() ? " PERCENT" : "")
                .append(fetch != null && fetch.withTies() ? " WITH TIES " : " ");
    }

    /** Only a subquery with a limit may be ordered. */
    @Override
    protected void orderByClause(Select select, Place place) {
        boolean limited = count(select) != null || select.offset() != null && offsetFetch;
        if (place == Place.TOP || limited) {
            super.orderByClause(select, place);
        }
    }

    @Override
    protected void limitClause(Select select, Place place) {
        if (offsetFetch && isLimited(select) && !usesTop(select)) {
            requireOrder(select);
            offsetFetch(count(select), select.offset());
        }
    }

    private void offsetFetch(@Nullable Expr<?> count, @Nullable Expr<?> offset) {
        out.append(" OFFSET ");
        if (offset == null) {
            out.append('0');
        } else {
            write(offset);
        }
        out.append(" ROWS");
        if (count != null) {
            out.append(" FETCH FIRST ");
            write(count);
            out.append(" ROWS ONLY");
        }
    }

    @Override
    protected void compoundLimit(CompoundSelect compound) {
        Expr<?> count =
                compound.fetch() == null ? compound.limit() : compound.fetch().count();
        if (count == null && compound.offset() == null) {
            return;
        }
        if (!offsetFetch) {
            throw unsupported("a compound with a limit before SQL Server 2012; select from the compound as a subquery");
        }
        if (compound.orderBy().isEmpty()) {
            throw unsupported("a compound with a limit without ORDER BY");
        }
        offsetFetch(count, compound.offset());
    }

    @Override
    protected void hinted(String hint, Runnable table) {
        table.run();
        out.append(' ').append(hint);
    }

    /** Chooses rows by their numbers. */
    void rowNumbers(RowNumbers.Between wanted, String number) {
        if (wanted.offset() != null) {
            out.append(number).append(" > ");
            write(wanted.offset());
        }
        if (wanted.limit() == null) {
            return;
        }
        out.append(wanted.offset() == null ? "" : " AND ").append(number).append(" <= ");
        write(wanted.limit());
        if (wanted.offset() != null) {
            out.append(" + ");
            write(wanted.offset());
        }
    }

    @Override
    protected String withKeyword(boolean recursive) {
        return "WITH ";
    }

    /** Locks are hints on tables here. */
    @Override
    protected void lock(LockMode mode) {}

    // ---- expressions

    @Override
    protected void concatenation(Binary<?> binary) {
        operand(binary.left(), Operator.CONCAT, binary.right());
        out.append(" + ");
        operand(binary.right(), Operator.CONCAT, binary.left());
    }

    /** The names of collations have no case and need no quotes. */
    @Override
    public void visitCollate(Collate<?> collate) {
        operand(collate.operand(), Operator.COLLATE, null);
        out.append(" COLLATE ").append(collate.collation());
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
    public void visitJsonItem(JsonItem<?> item) {
        if (item.form() == JsonItem.Form.JSON) {
            json("JSON_QUERY", item);
            return;
        }
        out.append("CASE ");
        json("JSON_VALUE", item);
        out.append(" WHEN NULL THEN NULL");
        switch (item.type().family()) {
            case INTEGER -> jsonCast(item, "INTEGER");
            case FLOAT -> jsonCast(item, "FLOAT");
            case NUMERIC -> jsonCast(item, String.valueOf(dialect.castTypeName(item.type())));
            case BOOLEAN -> out.append(" WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE NULL");
            default -> {
                out.append(" ELSE ");
                json("JSON_VALUE", item);
            }
        }
        out.append(" END");
    }

    private void jsonCast(JsonItem<?> item, String type) {
        out.append(" ELSE CAST(");
        json("JSON_VALUE", item);
        out.append(" AS ").append(type).append(')');
    }

    private void json(String function, JsonItem<?> item) {
        out.append(function).append('(');
        operand(item.document(), item.operator(), null);
        out.append(", ");
        bindBy(item.key(), PATH);
        out.append(')');
    }

    /** Parameters go to the right of an equals sign, where the server can tell their types. */
    @Override
    public void visitComparison(Comparison comparison) {
        Expr<?> right = comparison.right();
        if (comparison.operator().equals(Operator.EQ)
                && comparison.left() instanceof BindParameter<?>
                && !(right instanceof BindParameter<?>)) {
            super.visitComparison(new Comparison(Operator.EQ, right, comparison.left()));
        } else {
            super.visitComparison(comparison);
        }
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        out.append(distinct ? "NOT EXISTS (SELECT " : "EXISTS (SELECT ");
        operand(comparison.left(), comparison.operator(), comparison.right());
        out.append(" INTERSECT SELECT ");
        operand(comparison.right(), comparison.operator(), comparison.left());
        out.append(')');
    }

    @Override
    public void visitExtract(Extract extract) {
        out.append("DATEPART(").append(part(extract.field())).append(", ");
        write(extract.operand());
        out.append(')');
    }

    private static String part(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "doy" -> "dayofyear";
            case "dow" -> "weekday";
            case "milliseconds" -> "millisecond";
            case "microseconds" -> "microsecond";
            default -> field;
        };
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "length", "char_length" -> "LEN";
            case "current_date" -> "GETDATE";
            default -> super.functionName(function);
        };
    }

    private static String fromEnd(int back) {
        throw new CompileException(
                "ALU-0182",
                "elements of JSON arrays can't be counted from the end; where: index -" + back
                        + ", dialect mssql; what to do: count from the beginning");
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
    protected void mergeEnd() {
        out.append(';');
    }

    @Override
    protected boolean returningPrecedesValues() {
        return true;
    }

    /** OUTPUT reads the rows as they are after the change, and for DELETE as they were. */
    @Override
    protected void returningClause(DmlStatement<?> statement, List<OutputColumn> outputs) {
        out.append(" OUTPUT ");
        withQualifier(
                statement.target(), statement instanceof Delete ? "deleted" : "inserted", () -> returningList(outputs));
    }

    @Override
    protected void updatedTables(Update update, List<FromItem> others) {
        if (update.target() instanceof TableAlias) {
            throw unsupported("an UPDATE of an alias; update the table and join the alias");
        }
        super.updatedTables(update, others);
    }

    /** The table itself stands among the others, for it may have another name there. */
    @Override
    protected void updateFrom(FromItem target, List<FromItem> others) {
        out.append(" FROM ");
        write(target);
        out.append(", ");
        fromItems(others);
    }

    @Override
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        updateFrom(target, others);
    }

    @Override
    protected String tableHint(FromItem target, String hint) {
        return hint;
    }
}
