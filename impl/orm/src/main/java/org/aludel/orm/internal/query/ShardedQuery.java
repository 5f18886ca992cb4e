package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aludel.orm.Alias;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Shards;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.SessionShards;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * A query that runs in several shards, one after the other; its results follow each other in the order of the shards. A
 * limit holds for all of them together, an order within each.
 */
final class ShardedQuery<T extends @Nullable Object> {

    private final SessionShards shards;
    private final DefaultQuery<T> query;
    private final QueryParts parts;
    private final List<String> targets;

    private ShardedQuery(SessionShards shards, DefaultQuery<T> query, QueryParts parts) {
        this.shards = shards;
        this.query = query;
        this.parts = parts;
        String only = parts.shard;
        this.targets = only != null ? List.of(only) : shards.query(new Shards.QueryRequest(typeOf(parts), query));
    }

    /** The shards' part of a query; null where it just runs: there are none, or one is worked on already. */
    static <T extends @Nullable Object> @Nullable ShardedQuery<T> of(
            DefaultSession session, DefaultQuery<T> query, QueryParts parts) {
        SessionShards shards = parts.shard == null ? session.shards() : session.requireShards("Query.onShard");
        if (shards == null || shards.current() != null || parts.shard == null && isApart(session, shards, parts)) {
            return null;
        }
        return new ShardedQuery<>(shards, query, parts);
    }

    private static boolean isApart(DefaultSession session, SessionShards shards, QueryParts parts) {
        Class<?> type = typeOf(parts);
        return type == null
                ? session.isApart(parts.selected)
                : shards.isApart(session.registry().mapper(type));
    }

    private static @Nullable Class<?> typeOf(QueryParts parts) {
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity) {
                return entity.type();
            }
            if (part instanceof Alias<?> alias) {
                return alias.type();
            }
        }
        return null;
    }

    /** What each shard answers. */
    <R extends @Nullable Object> List<R> each(Function<DefaultQuery<T>, R> asked) {
        List<R> answers = new ArrayList<>(targets.size());
        for (String shard : targets) {
            answers.add(shards.in(shard, () -> asked.apply(query)));
        }
        return answers;
    }

    /** What the first shard answers, for questions that are not about rows. */
    <R> R first(Function<DefaultQuery<T>, R> asked) {
        return shards.in(targets.get(0), () -> asked.apply(query));
    }

    /** Collects results until there are enough. */
    void collect(List<? super T> results, int enough) {
        int skipped = parts.offset == null ? 0 : QueryParts.number(parts.offset);
        int most = parts.limit == null ? Integer.MAX_VALUE : QueryParts.number(parts.limit);
        DefaultQuery<T> each = targets.size() > 1 && skipped > 0 ? query.of(fromStart(skipped, most)) : query;
        List<T> found = new ArrayList<>();
        int wanted = targets.size() > 1 ? (int) Math.min(Integer.MAX_VALUE, (long) most + skipped) : most;
        for (String shard : targets) {
            if (found.size() >= Math.min(wanted, enough)) {
                break;
            }
            shards.in(shard, () -> {
                each.runHere(found, enough);
                return shard;
            });
        }
        int start = each == query ? 0 : Math.min(skipped, found.size());
        results.addAll(found.subList(start, (int) Math.min(found.size(), (long) start + most)));
    }

    private QueryParts fromStart(int skipped, int most) {
        QueryParts whole = parts.with(copy -> {
            copy.offset = null;
            copy.limit = null;
        });
        return most == Integer.MAX_VALUE ? whole : whole.sliced(0, skipped + most);
    }

    /** The shards' results one after the other; a shard is worked on while its part is read. */
    Stream<T> stream(Function<DefaultQuery<T>, Stream<T>> opened) {
        return targets.stream().flatMap(shard -> {
            String before = shards.enter(shard);
            return opened.apply(query).onClose(() -> shards.leave(before));
        });
    }
}
