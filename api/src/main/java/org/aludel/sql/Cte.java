package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * A common table expression: a query named in the WITH of the statement that uses it.
 *
 * @since 0.1
 */
public final class Cte implements FromItem {

    private final String name;
    private final boolean recursive;
    private final List<Column<?>> columns;
    private QueryExpression query;

    Cte(String name, QueryExpression query) {
        this(name, query, false);
    }

    private Cte(String name, QueryExpression query, boolean recursive) {
        this.name = name;
        this.recursive = recursive;
        this.query = query;
        this.columns = new ArrayList<>();
        for (OutputColumn output : query.outputs()) {
            columns.add(output.derived(this));
        }
    }

    /**
     * A recursive one: the function gets the expression and gives the part that uses it, joined by UNION ALL.
     */
    public static Cte recursive(String name, QueryExpression start, Function<Cte, ? extends QueryExpression> step) {
        Cte cte = new Cte(name, start, true);
        cte.query = start.unionAll(step.apply(cte));
        return cte;
    }

    public String name() {
        return name;
    }

    public QueryExpression query() {
        return query;
    }

    public boolean isRecursive() {
        return recursive;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCte(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        if (!recursive) {
            action.accept(query);
        }
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(Cte.class);
        writer.atom(name);
        writer.atom(recursive);
        writer.node(query);
    }
}
