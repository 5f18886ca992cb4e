package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.LabelReference;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Queries joined by UNION, INTERSECT or EXCEPT.
 *
 * @since 0.1
 */
public final class CompoundSelect extends QueryExpression {

    /** How the rows are joined. */
    public enum Kind {
        UNION("UNION"),
        UNION_ALL("UNION ALL"),
        INTERSECT("INTERSECT"),
        INTERSECT_ALL("INTERSECT ALL"),
        EXCEPT("EXCEPT"),
        EXCEPT_ALL("EXCEPT ALL");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The keyword. */
        public String sql() {
            return sql;
        }
    }

    private final Kind kind;
    private final List<QueryExpression> members;
    private final List<Ordering> orderBy;
    private final @Nullable Expr<?> limit;
    private final @Nullable Expr<?> offset;

    private CompoundSelect(
            Kind kind,
            List<QueryExpression> members,
            List<Ordering> orderBy,
            @Nullable Expr<?> limit,
            @Nullable Expr<?> offset) {
        this.kind = kind;
        this.members = members;
        this.orderBy = orderBy;
        this.limit = limit;
        this.offset = offset;
    }

    /** Joins queries. */
    public static CompoundSelect of(Kind kind, QueryExpression first, QueryExpression... others) {
        List<QueryExpression> members = new ArrayList<>();
        members.add(first);
        members.addAll(List.of(others));
        return new CompoundSelect(kind, List.copyOf(members), List.of(), null, null);
    }

    /** Adds to the order of the whole. */
    public CompoundSelect orderBy(Ordering... order) {
        List<Ordering> all = new ArrayList<>(orderBy);
        all.addAll(List.of(order));
        return new CompoundSelect(kind, members, List.copyOf(all), limit, offset);
    }

    /** Adds a column of the result, by name, to the order of the whole. */
    public CompoundSelect orderBy(String name) {
        return orderBy(new LabelReference(name));
    }

    public CompoundSelect limit(long rows) {
        return new CompoundSelect(kind, members, orderBy, BindParameter.of(Types.BIGINT, rows), offset);
    }

    public CompoundSelect offset(long rows) {
        return new CompoundSelect(kind, members, orderBy, limit, BindParameter.of(Types.BIGINT, rows));
    }

    public Kind kind() {
        return kind;
    }

    public List<QueryExpression> members() {
        return members;
    }

    public List<Ordering> orderBy() {
        return orderBy;
    }

    public @Nullable Expr<?> limit() {
        return limit;
    }

    public @Nullable Expr<?> offset() {
        return offset;
    }

    @Override
    public List<OutputColumn> outputs() {
        return members.get(0).outputs();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCompoundSelect(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        members.forEach(action);
        orderBy.forEach(action);
        if (limit != null) {
            action.accept(limit);
        }
        if (offset != null) {
            action.accept(offset);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(kind);
        writer.atom(members.size());
        writer.atom(orderBy.size());
        writer.atom(limit == null);
        writer.atom(offset == null);
    }
}
