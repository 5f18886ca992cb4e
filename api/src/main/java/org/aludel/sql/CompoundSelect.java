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
 * Queries joined by UNION, INTERSECT or EXCEPT. Immutable; the columns are those of the first.
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
    private final SelectParts parts;

    private CompoundSelect(Kind kind, List<QueryExpression> members, SelectParts parts) {
        this.kind = kind;
        this.members = members;
        this.parts = parts;
    }

    /** Joins queries. */
    public static CompoundSelect of(Kind kind, QueryExpression first, QueryExpression... others) {
        List<QueryExpression> members = new ArrayList<>(others.length + 1);
        members.add(first);
        members.addAll(List.of(others));
        return new CompoundSelect(kind, List.copyOf(members), new SelectParts());
    }

    /** The same, order and limits included, with other members. */
    public CompoundSelect withMembers(List<? extends QueryExpression> replaced) {
        return new CompoundSelect(kind, List.copyOf(replaced), parts);
    }

    private CompoundSelect with(Consumer<SelectParts> change) {
        SelectParts copy = parts.copy();
        change.accept(copy);
        return new CompoundSelect(kind, members, copy);
    }

    /** Adds to the order of the whole. */
    public CompoundSelect orderBy(Ordering... order) {
        return with(copy -> copy.orderBy = Select.appended(parts.orderBy, List.of(order)));
    }

    /** Adds a column of the result, by name, to the order of the whole. */
    public CompoundSelect orderBy(String name) {
        return orderBy(new LabelReference(name));
    }

    /** The same without an order. */
    public CompoundSelect unordered() {
        return with(copy -> copy.orderBy = List.of());
    }

    public CompoundSelect groupBy(Expr<?>... expressions) {
        return with(copy -> copy.groupBy = Select.appended(parts.groupBy, List.of(expressions)));
    }

    /** Groups by a column of the result, by name. */
    public CompoundSelect groupBy(String name) {
        return with(copy -> copy.groupBy = Select.appended(parts.groupBy, List.of(new LabelReference(name))));
    }

    /** At most so many rows. */
    public CompoundSelect limit(long rows) {
        return limit(BindParameter.of(Types.BIGINT, rows));
    }

    public CompoundSelect limit(Expr<?> rows) {
        return with(copy -> copy.limit(rows));
    }

    /** FETCH FIRST so many rows. */
    public CompoundSelect fetch(Fetch fetch) {
        return with(copy -> copy.fetch(fetch));
    }

    /** Without the first rows. */
    public CompoundSelect offset(long rows) {
        return offset(BindParameter.of(Types.BIGINT, rows));
    }

    public CompoundSelect offset(Expr<?> rows) {
        return with(copy -> copy.offset = rows);
    }

    public Kind kind() {
        return kind;
    }

    public List<QueryExpression> members() {
        return members;
    }

    public List<Expr<?>> groupBy() {
        return parts.groupBy;
    }

    public List<Ordering> orderBy() {
        return parts.orderBy;
    }

    public @Nullable Expr<?> limit() {
        return parts.limit;
    }

    public @Nullable Expr<?> offset() {
        return parts.offset;
    }

    /** FETCH FIRST; null without. */
    public @Nullable Fetch fetch() {
        return parts.fetch;
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
        parts.groupBy.forEach(action);
        parts.orderBy.forEach(action);
        parts.forEachLimit(action);
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(CompoundSelect.class);
        writer.atom(kind);
        writer.nodes(members);
        writer.nodes(parts.groupBy);
        writer.nodes(parts.orderBy);
        parts.writeLimits(writer);
    }
}
