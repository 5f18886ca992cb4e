package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.engine.ExecutionOptions;
import org.aludel.orm.Alias;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Many;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.caching.CacheWish;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for; never changed once a query holds it. As a node it only has a structure: equal structures share
 * their compiled statement and load plan.
 */
final class QueryParts implements Node {

    List<Selectable> selected;
    List<Object> froms = List.of();
    List<JoinStep> joins = List.of();
    List<Expr<Boolean>> where = List.of();
    List<Expr<?>> groupBy = List.of();
    List<Expr<Boolean>> having = List.of();
    List<Ordering> orderBy = List.of();
    List<LoadOption> options = List.of();
    List<Expr<?>> distinctOn = List.of();
    /** What parts of a statement around this one it speaks of. */
    List<FromItem> correlate = List.of();
    /** Classes that mean something else in what is added from now on. */
    List<Substitution> substitutions = List.of();

    Map<String, @Nullable Object> params = Map.of();

    /** What was joined without a name; conditions added now mean it. */
    @Nullable
    Alias<?> joinpoint;

    /** Whether the next join starts from there. */
    boolean fromJoinpoint;

    /** Text or another statement whose rows are read, instead of one made of the other parts. */
    @Nullable
    Statement statement;

    /** Options of the session, for everything that it loads. */
    List<LoadOption> defaults = List.of();

    @Nullable
    BindParameter<Integer> limit;

    @Nullable
    BindParameter<Integer> offset;

    @Nullable
    LockMode lock;

    boolean distinct;

    /** Whether the mapping's own order is not wanted. */
    boolean unordered;

    boolean populateExisting;
    boolean autoflush = true;
    boolean eager = true;
    /** Whether rows are handed out before all are read, so that collections can't come in rows. */
    boolean streaming;

    int yieldPer;

    /** How the statement is executed; null for the connection's own way. */
    @Nullable
    UnaryOperator<ExecutionOptions> execution;

    /** What is said of the result cache; null if it is not asked. */
    @Nullable
    CacheWish cache;

    /** The shard to ask; null for those that the session's function names. */
    @Nullable
    String shard;

    QueryParts(List<Selectable> selected) {
        this.selected = selected;
    }

    /** A copy with something changed. */
    QueryParts with(Consumer<QueryParts> change) {
        QueryParts copy = new QueryParts(selected);
        copy.froms = froms;
        copy.joins = joins;
        copy.where = where;
        copy.groupBy = groupBy;
        copy.having = having;
        copy.orderBy = orderBy;
        copy.options = options;
        copy.distinctOn = distinctOn;
        copy.correlate = correlate;
        copy.substitutions = substitutions;
        copy.params = params;
        copy.joinpoint = joinpoint;
        copy.fromJoinpoint = fromJoinpoint;
        copy.statement = statement;
        copy.eager = eager;
        copy.defaults = defaults;
        copy.limit = limit;
        copy.offset = offset;
        copy.lock = lock;
        copy.distinct = distinct;
        copy.unordered = unordered;
        copy.populateExisting = populateExisting;
        copy.autoflush = autoflush;
        copy.streaming = streaming;
        copy.yieldPer = yieldPer;
        copy.execution = execution;
        copy.shard = shard;
        copy.cache = cache;
        change.accept(copy);
        return copy;
    }

    /** Whether anything besides the selected parts was asked for. */
    boolean isNarrowed() {
        return isGrouped()
                || !where.isEmpty()
                || !joins.isEmpty()
                || !froms.isEmpty()
                || !orderBy.isEmpty()
                || statement != null;
    }

    static <E> List<E> appended(List<E> list, List<? extends E> more) {
        if (list.isEmpty()) {
            return List.copyOf(more);
        }
        List<E> all = new ArrayList<>(list.size() + more.size());
        all.addAll(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Narrows the slice asked for so far. */
    QueryParts sliced(int from, @Nullable Integer rows) {
        return with(copy -> {
            int skipped = offset == null ? 0 : number(offset);
            Integer most = rows;
            if (limit != null) {
                int left = Math.max(0, number(limit) - from);
                most = rows == null ? left : Integer.valueOf(Math.min(rows, left));
            }
            copy.limit = most == null ? null : BindParameter.of(Types.INTEGER, most);
            copy.offset = skipped + from == 0 ? null : BindParameter.of(Types.INTEGER, skipped + from);
        });
    }

    static int number(BindParameter<Integer> bind) {
        return bind.value() instanceof Integer number ? number : 0;
    }

    boolean isSliced() {
        return limit != null || offset != null;
    }

    /** Whether the rows are something else than the selected rows one by one. */
    boolean isGrouped() {
        return isSliced() || distinct || !distinctOn.isEmpty() || !groupBy.isEmpty() || !having.isEmpty();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        throw new UnsupportedOperationException("a query is turned into a select before it is compiled");
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(selected.size());
        for (Selectable part : selected) {
            write(part, writer);
        }
        writer.atom(froms.size());
        for (Object from : froms) {
            write(from, writer);
        }
        writer.atom(joins.size());
        for (JoinStep join : joins) {
            join.writeTo(writer);
        }
        writer.nodes(where);
        writer.nodes(groupBy);
        writer.nodes(having);
        writer.nodes(orderBy);
        writer.nodes(distinctOn);
        writer.optional(limit);
        writer.optional(offset);
        LockMode mode = lock;
        writer.atom(mode == null ? null : mode.share() ? "share" : "update");
        if (mode != null) {
            writer.atom(mode.nowait());
            writer.atom(mode.skipsLocked());
            writer.atom(mode.keyShare());
            writer.atom(mode.of().size());
            for (Selectable item : mode.of()) {
                write(item, writer);
            }
        }
        writer.atom(distinct);
        writer.atom(unordered);
        writer.atom(streaming);
        writer.atom(eager);
        write(options, writer);
        write(defaults, writer);
    }

    private static void write(Object part, StructureWriter writer) {
        if (part instanceof Many<?> many) {
            write(many, writer);
        } else if (part instanceof Node node) {
            writer.node(node);
        } else {
            writer.atom(part);
        }
    }

    private static void write(Many<?> many, StructureWriter writer) {
        writer.atom(Many.class);
        Relation<?, ?> relation = many.relation();
        writer.atom(relation == null ? null : relation.owner());
        if (relation != null) {
            writer.atom(relation.name());
            writer.atom(relation.subclass());
            writer.optional(relation.source());
            writer.optional(relation.occurrence());
        }
        writer.nodes(many.keys());
        writer.nodes(many.owners());
        writer.nodes(many.conditions());
        writer.nodes(many.orderings());
        List<Selectable> parts = FlatParts.of(List.of(many.part()));
        writer.atom(parts.size());
        for (Selectable part : parts) {
            write(part, writer);
        }
    }

    private static void write(List<LoadOption> options, StructureWriter writer) {
        writer.atom(options.size());
        for (LoadOption option : options) {
            writer.atom(option.kind());
            var relation = option.relation();
            if (relation == null) {
                writer.atom(option.attributes());
                writer.atom(option.classes());
                writer.atom(option.isWildcard());
                writer.atom(option.group());
                writer.atom(option.isRaising());
                writer.optional(option.expression());
                writer.optional(option.alias());
                write(option.nested(), writer);
                if (option.kind() == LoadOption.Kind.CRITERIA) {
                    writer.atom(option.includesAliases());
                    writer.atom(option.isPropagated());
                    writer.node(option.condition(option.classes().get(0)));
                }
                continue;
            }
            writer.atom(relation.owner());
            writer.atom(relation.name());
            writer.atom(relation.subclass());
            writer.optional(relation.source());
            Alias<?> occurrence = relation.occurrence();
            writer.atom(occurrence == null ? null : occurrence.subclasses());
            writer.optional(option.alias());
            writer.atom(option.inner());
            writer.nodes(relation.conditions());
            write(option.nested(), writer);
        }
    }
}
