package org.aludel.core.compiler;

import java.util.List;
import java.util.Map;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Affix;
import org.aludel.sql.Capability;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.RowValues;
import org.aludel.sql.TableAlias;
import org.aludel.sql.TableFunction;
import org.aludel.sql.TableSample;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what stands in FROM and in WITH, and the names of it.
 */
public abstract class FromCompiler extends ExpressionCompiler {

    private final Names names;
    private final CommonTables commonTables;
    private @Nullable Map<FromItem, String> hints;

    protected FromCompiler(Compilation compilation) {
        super(compilation);
        this.names = new Names(dialect.labelLength(), compilation.names);
        this.commonTables = new CommonTables(compilation, this);
    }

    /** The names that this statement made. */
    final Names names() {
        return names;
    }

    /** The common table expressions found so far. */
    final CommonTables commonTables() {
        return commonTables;
    }

    // ---- names

    @Override
    protected @Nullable String qualifier(FromItem owner) {
        if (owner instanceof Table table) {
            return dialect.identifiers().qualified(table.schema(), table.name());
        }
        if (owner instanceof Join) {
            throw new CompileException(
                    "ALU-0133",
                    "a column can't be named by a join; where: " + owner.label()
                            + "; what to do: use the columns of its tables");
        }
        boolean standsAlone = owner instanceof RowValues values && values.name() == null
                || owner instanceof TableFunction function && function.options().single();
        return standsAlone ? null : dialect.identifiers().quote(nameOf(owner));
    }

    @Override
    protected String columnName(Column<?> column) {
        return names.of(column);
    }

    /** The name by which a statement knows something in FROM, made if the program gave none. */
    protected final String nameOf(FromItem item) {
        String name = item instanceof Cte cte ? commonTables.nameOf(cte) : names.of(item);
        return name == null ? item.label() : name;
    }

    // ---- tables, with hints

    @Override
    public void visitTable(Table table) {
        String hint = hintOn(table);
        if (hint == null) {
            tableName(table);
        } else {
            hinted(hint, () -> tableName(table));
        }
    }

    private void tableName(Table table) {
        compilation.names(table);
        out.append(dialect.identifiers().qualified(table.schema(), table.name()));
    }

    private @Nullable String hintOn(FromItem item) {
        return hints == null ? null : hints.get(item);
    }

    /** Writes a table about which there is a hint; databases without such hints write the table alone. */
    protected void hinted(String hint, Runnable table) {
        table.run();
    }

    /** Runs with hints on tables. */
    final void withHints(@Nullable Map<FromItem, String> wanted, Runnable work) {
        Map<FromItem, String> before = hints;
        hints = wanted;
        work.run();
        hints = before;
    }

    @Override
    public void visitTableAlias(TableAlias alias) {
        String hint = hintOn(alias);
        if (hint == null) {
            aliased(alias);
        } else {
            hinted(hint, () -> aliased(alias));
        }
    }

    private void aliased(TableAlias alias) {
        if (compilation.statement() == alias) {
            // by itself it is what it renames
            alias.element().accept(this);
            return;
        }
        if (alias.element() instanceof QueryExpression query) {
            query(query, alias.isLateral());
        } else {
            element((FromItem) alias.element());
        }
        out.append(aliasKeyword()).append(dialect.identifiers().quote(nameOf(alias)));
    }

    /** What an alias of an alias renames is the table or query below. */
    private void element(FromItem item) {
        if (!(item instanceof TableAlias inner)) {
            write(item);
        } else if (inner.element() instanceof QueryExpression query) {
            query(query, inner.isLateral());
        } else {
            element((FromItem) inner.element());
        }
    }

    private void query(QueryExpression query, boolean lateral) {
        if (lateral && compilation.isExecuted() && !writes(Capability.LATERAL)) {
            throw unsupported("LATERAL", "use a scalar subquery in the list, or join a subquery that is grouped");
        }
        out.append(lateral ? lateralKeyword() : "").append('(');
        subquery(query, lateral);
        out.append(')');
    }

    /** The word before a subquery that may refer to what stands before it. */
    protected String lateralKeyword() {
        return "LATERAL ";
    }

    /** What stands between a table and its alias. */
    protected String aliasKeyword() {
        return " AS ";
    }

    /** Compiles a query that stands in FROM or WITH: its columns have names, and it sees nothing around it. */
    protected abstract void subquery(QueryExpression query, boolean seesOuter);

    // ---- joins

    @Override
    public void visitJoin(Join join) {
        write(join.left());
        out.append(joinKeyword(join.kind()));
        boolean nested = join.right() instanceof Join;
        out.append(nested ? "(" : "");
        write(join.right());
        out.append(nested ? ")" : "");
        Expr<Boolean> on = join.on();
        if (on != null) {
            out.append(" ON ");
            criterion(on, Operator.CRITERION);
        }
    }

    /** The words between the sides of a join. */
    protected String joinKeyword(Join.Kind kind) {
        return switch (kind) {
            case INNER -> " JOIN ";
            case LEFT -> " LEFT OUTER JOIN ";
            case CROSS -> " CROSS JOIN ";
            case FULL -> {
                if (!dialect.supports(Capability.FULL_JOIN)) {
                    throw unsupported(
                            "FULL OUTER JOIN",
                            "unionAll an outer join with the rows of the right side that have no partner");
                }
                yield " FULL OUTER JOIN ";
            }
        };
    }

    // ---- rows that are no tables

    @Override
    public void visitRowValues(RowValues values) {
        if (values.rows().isEmpty()) {
            throw new CompileException(
                    "ALU-0155",
                    "VALUES has no row; where: " + values.label() + "; what to do: give one at least with data(...)");
        }
        out.append("(VALUES ");
        Runnable rows = () -> {
            for (int i = 0; i < values.rows().size(); i++) {
                out.append(i == 0 ? "(" : "), (");
                rowValues(values, i);
            }
        };
        if (values.isLiteral()) {
            withLiterals(rows);
        } else {
            rows.run();
        }
        out.append("))");
        if (values.name() != null) {
            out.append(aliasKeyword())
                    .append(dialect.identifiers().quote(values.name()))
                    .append(" (");
            columnNames(values);
            out.append(')');
        }
    }

    private void rowValues(RowValues values, int place) {
        List<Expr<?>> row = values.rows().get(place);
        for (int c = 0; c < row.size(); c++) {
            out.append(c == 0 ? "" : ", ");
            if (values.isTyped()) {
                rowValue(row.get(c), values.columns().get(c), place == 0);
            } else {
                operand(row.get(c), Operator.NONE, values.columns().get(c));
            }
        }
    }

    /** Writes a value of a row; the first row says the types where the database needs that. */
    protected void rowValue(Expr<?> value, Column<?> column, boolean first) {
        operand(value, Operator.NONE, column);
    }

    @Override
    public void visitTableFunction(TableFunction function) {
        TableFunction.Options options = function.options();
        out.append(options.lateral() ? lateralKeyword() : "");
        tableFunction(function.function());
        out.append(options.ordinality() ? " WITH ORDINALITY" : "");
        if (function.name() == null && function.columns().isEmpty()) {
            // nothing can refer to it
            return;
        }
        out.append(aliasKeyword()).append(dialect.identifiers().quote(functionAlias(function)));
        if (options.derived()) {
            out.append(options.withTypes() ? "(" : " (");
            for (int i = 0; i < function.columns().size(); i++) {
                Column<?> column = function.columns().get(i);
                out.append(i == 0 ? "" : ", ").append(dialect.identifiers().quote(column.name()));
                if (options.withTypes()) {
                    out.append(' ').append(dialect.castTypeName(column.type()));
                }
            }
            out.append(')');
        }
    }

    /** Writes the function whose rows stand in FROM. */
    protected void tableFunction(Expr<?> function) {
        write(function);
    }

    private String functionAlias(TableFunction function) {
        return function.options().single() ? names.of(function.column()) : nameOf(function);
    }

    @Override
    public void visitTableSample(TableSample sample) {
        element(sample.element());
        out.append(aliasKeyword()).append(dialect.identifiers().quote(nameOf(sample)));
        out.append(" TABLESAMPLE ");
        write(sample.method());
        Expr<?> seed = sample.seed();
        if (seed != null) {
            out.append(" REPEATABLE (");
            write(seed);
            out.append(')');
        }
    }

    /** Writes the names of the columns with commas between them. */
    final void columnNames(FromItem item) {
        for (int i = 0; i < item.columns().size(); i++) {
            out.append(i == 0 ? "" : ", ")
                    .append(dialect.identifiers().quote(names.of(item.columns().get(i))));
        }
    }

    /** Writes tables with commas between them. */
    protected final void fromItems(List<FromItem> froms) {
        for (int i = 0; i < froms.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            write(froms.get(i));
        }
    }

    // ---- WITH

    @Override
    public void visitCte(Cte cte) {
        commonTables.use(cte);
        out.append(dialect.identifiers().quote(nameOf(cte)));
    }

    /** Writes WITH before all that was written so far, if common table expressions were used. */
    protected final void with() {
        commonTables.insertAt(new Compilation.Mark(0, 0, 0));
    }

    /** Whether the names of a common table expression's columns are written after its own. */
    protected boolean namesColumns(Cte cte) {
        return cte.isRecursive();
    }

    /** The words that begin common table expressions. */
    protected String withKeyword(boolean recursive) {
        return recursive ? "WITH RECURSIVE " : "WITH ";
    }

    /** Whether WITH stands between the columns of an insert and its query, not before the insert. */
    protected boolean cteFollowsInsert() {
        return false;
    }

    /** Writes the texts that are for this dialect, each with a space after it. */
    final void affixes(List<Affix> affixes, String before, String after) {
        for (int i = 0; i < affixes.size(); i++) {
            if (affixes.get(i).isFor(dialect.name())) {
                out.append(before).append(affixes.get(i).text()).append(after);
            }
        }
    }
}
