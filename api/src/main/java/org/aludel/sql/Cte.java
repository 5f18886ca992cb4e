package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: a query, or an insert, update or delete with RETURNING, named in the WITH of the statement
 * that uses it.
 *
 * <pre>{@code
 * Cte tree = select(node.c("id")).where(node.c("parent_id").isNull()).recursiveCte("tree");
 * Cte whole = tree.unionAll(select(node.c("id")).where(node.c("parent_id").eq(tree.c("id"))));
 * }</pre>
 *
 * @since 0.1
 */
public final class Cte implements FromItem {

    private final @Nullable String name;
    private final boolean recursive;
    private final boolean nesting;
    private final List<Affix> prefixes;
    private final List<Affix> suffixes;
    private final List<Column<?>> columns;
    private final @Nullable List<@Nullable LabelName> labels;
    private final @Nullable Cte start;
    private Statement statement;
    private boolean cyclic;

    Cte(@Nullable String name, QueryExpression query) {
        this(name, query, query.outputs(), false, false, List.of(), List.of(), null);
    }

    private Cte(
            @Nullable String name,
            Statement statement,
            List<OutputColumn> outputs,
            boolean recursive,
            boolean nesting,
            List<Affix> prefixes,
            List<Affix> suffixes,
            @Nullable Cte start) {
        this.name = name;
        this.recursive = recursive;
        this.nesting = nesting;
        this.prefixes = prefixes;
        this.suffixes = suffixes;
        this.statement = statement;
        this.start = start;
        this.columns = new ArrayList<>(outputs.size());
        for (OutputColumn output : outputs) {
            columns.add(output.derived(this));
        }
        this.labels = TableAlias.labels(outputs);
    }

    /**
     * A recursive one: the function gets the expression and gives the part that uses it, joined by UNION ALL.
     */
    public static Cte recursive(String name, QueryExpression start, Function<Cte, ? extends QueryExpression> step) {
        Cte cte = of(name, start, true);
        cte.statement = start.unionAll(step.apply(cte));
        cte.cyclic = true;
        return cte;
    }

    /** A query as common table expression; a recursive one gets its second part by {@link #unionAll} or {@link #union}. */
    static Cte of(@Nullable String name, QueryExpression query, boolean recursive) {
        return new Cte(name, query, query.outputs(), recursive, false, List.of(), List.of(), null);
    }

    /**
     * The rows that an insert, update or delete returns.
     *
     * @param returning what it returns
     */
    public static Cte of(@Nullable String name, Statement change, List<? extends Selectable> returning) {
        List<OutputColumn> outputs = OutputColumn.of(Select.of(returning).expressions());
        return new Cte(name, change, outputs, false, false, List.of(), List.of(), null);
    }

    /** The same with more rows, which may come from the expression itself if it is recursive. */
    public Cte union(QueryExpression... others) {
        return joined(query().union(others));
    }

    /** The same with more rows, which may come from the expression itself if it is recursive. */
    public Cte unionAll(QueryExpression... others) {
        return joined(query().unionAll(others));
    }

    private Cte joined(QueryExpression query) {
        return new Cte(name, query, query.outputs(), recursive, nesting, prefixes, suffixes, root());
    }

    private Cte copy(boolean nests, List<Affix> before, List<Affix> after) {
        Cte copy = new Cte(name, statement, List.of(), recursive, nests, before, after, root());
        for (Column<?> column : columns) {
            copy.columns.add(column.on(copy));
        }
        return copy;
    }

    /** Written in the WITH of the query that uses it, not in that of the whole statement. */
    public Cte nesting() {
        return copy(true, prefixes, suffixes);
    }

    /** Text between AS and the query, as {@code MATERIALIZED}. */
    public Cte prefixWith(String text) {
        return prefixWith(text, null);
    }

    /** Text between AS and the query, for one dialect. */
    public Cte prefixWith(String text, @Nullable String dialect) {
        return copy(nesting, Affix.added(prefixes, text, dialect), suffixes);
    }

    /** Text after the query. */
    public Cte suffixWith(String text) {
        return suffixWith(text, null);
    }

    /** Text after the query, for one dialect. */
    public Cte suffixWith(String text, @Nullable String dialect) {
        return copy(nesting, prefixes, Affix.added(suffixes, text, dialect));
    }

    /** The name; null if the compiler makes one. */
    public @Nullable String name() {
        return name;
    }

    /** The query or the change. */
    public Statement statement() {
        return statement;
    }

    private QueryExpression query() {
        if (statement instanceof QueryExpression query) {
            return query;
        }
        throw new ArgumentException(
                "ALU-0160",
                "only queries can be joined; where: common table expression " + label()
                        + "; what to do: join a select from it");
    }

    public boolean isRecursive() {
        return recursive;
    }

    /** Whether it belongs to the query that uses it. */
    public boolean isNesting() {
        return nesting;
    }

    public List<Affix> prefixes() {
        return prefixes;
    }

    public List<Affix> suffixes() {
        return suffixes;
    }

    /** What this was made from by {@link #unionAll} and the like, and what its own parts refer to; itself if nothing. */
    public Cte root() {
        return start == null ? this : start;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public @Nullable LabelName labelOf(Column<?> column) {
        LabelName label = TableAlias.labelOf(column, columns, labels);
        Column<?> origin = column.origin();
        return label == null && start != null && origin != null ? start.labelOf(origin) : label;
    }

    @Override
    public @Nullable String fixedName() {
        return name;
    }

    @Override
    public String label() {
        return name == null ? "common table expression" : name;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCte(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        if (!cyclic) {
            action.accept(statement);
        }
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(Cte.class);
        writer.atom(name);
        writer.atom(recursive);
        writer.atom(nesting);
        writer.atom(prefixes);
        writer.atom(suffixes);
        if (start != null) {
            writer.from(start);
        }
        writer.node(statement);
    }
}
