package org.aludel.orm.internal.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.engine.ExecutionOptions;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Query;
import org.aludel.orm.internal.caching.CacheWish;
import org.aludel.orm.internal.loading.CriteriaOptions;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.tree.LabelReference;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The conditions, orders, limits and options of a query; each step gives a query of changed parts. */
abstract class QuerySteps<T extends @Nullable Object> implements Query<T> {

    final DefaultSession session;
    final SessionQueries queries;
    final QueryParts parts;

    QuerySteps(DefaultSession session, SessionQueries queries, QueryParts parts) {
        this.session = session;
        this.queries = queries;
        this.parts = parts;
    }

    /** The same query with other parts. */
    abstract DefaultQuery<T> of(QueryParts other);

    final DefaultQuery<T> with(Consumer<QueryParts> change) {
        return of(parts.with(change));
    }

    final MapperRegistry registry() {
        return queries.registry();
    }

    // ---- what a class means now

    /** What stands for classes in what is added now. */
    final List<Substitution> meanings() {
        var joinpoint = parts.joinpoint;
        if (joinpoint == null) {
            return parts.substitutions;
        }
        List<Substitution> all = new ArrayList<>();
        all.add(new Substitution(
                registry().mapper(joinpoint.type()).from().item(), joinpoint.item(registry()), joinpoint));
        all.addAll(parts.substitutions);
        return all;
    }

    final <V> Expr<V> meant(Expr<V> expression) {
        List<Substitution> meanings = meanings();
        return meanings.isEmpty() ? expression : Substitution.adapt(registry(), meanings, expression);
    }

    private <V> List<Expr<V>> meantAll(List<? extends Expr<V>> expressions) {
        List<Expr<V>> meant = new ArrayList<>(expressions.size());
        for (Expr<V> expression : expressions) {
            meant.add(meant(expression));
        }
        return meant;
    }

    // ---- conditions

    @Override
    public Query<T> filter(Condition... conditions) {
        return where(List.of(conditions));
    }

    @Override
    public Query<T> filter(Expr<Boolean> condition) {
        return where(List.of(condition));
    }

    final DefaultQuery<T> where(List<? extends Expr<Boolean>> conditions) {
        refuseStatement("filter");
        return with(copy -> copy.where = QueryParts.appended(parts.where, meantAll(conditions)));
    }

    private void refuseStatement(String step) {
        if (parts.statement != null) {
            throw QueryErrors.ofStatement(step);
        }
    }

    @Override
    public Query<T> groupBy(Expr<?>... expressions) {
        List<Expr<?>> meant = new ArrayList<>();
        for (Expr<?> expression : expressions) {
            meant.add(meant(expression));
        }
        return with(copy -> copy.groupBy = QueryParts.appended(parts.groupBy, meant));
    }

    @Override
    public Query<T> having(Condition... conditions) {
        return with(copy -> copy.having = QueryParts.appended(parts.having, meantAll(List.of(conditions))));
    }

    @Override
    public Query<T> having(Expr<Boolean> condition) {
        return with(copy -> copy.having = QueryParts.appended(parts.having, List.of(meant(condition))));
    }

    @Override
    public Query<T> params(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(parts.params);
        all.putAll(values);
        return with(copy -> copy.params = all);
    }

    // ---- order and limits

    @Override
    public Query<T> orderBy(Ordering... orderings) {
        refuseStatement("orderBy");
        List<Substitution> meanings = meanings();
        List<Ordering> meant = new ArrayList<>();
        for (Ordering ordering : orderings) {
            meant.add(meanings.isEmpty() ? ordering : Substitution.adapt(registry(), meanings, ordering));
        }
        return with(copy -> copy.orderBy = QueryParts.appended(parts.orderBy, meant));
    }

    @Override
    public Query<T> orderBy(String label) {
        refuseStatement("orderBy");
        return with(copy -> copy.orderBy = QueryParts.appended(parts.orderBy, List.of(new LabelReference(label))));
    }

    @Override
    public Query<T> clearOrderBy() {
        return with(copy -> copy.orderBy = List.of());
    }

    @Override
    public Query<T> distinct() {
        return with(copy -> copy.distinct = true);
    }

    @Override
    public Query<T> distinctOn(Expr<?>... expressions) {
        List<Expr<?>> meant = new ArrayList<>();
        for (Expr<?> expression : expressions) {
            meant.add(meant(expression));
        }
        return with(copy -> copy.distinctOn = QueryParts.appended(parts.distinctOn, meant));
    }

    @Override
    public Query<T> slice(int from, int toExclusive) {
        if (from < 0 || toExclusive < from) {
            throw QueryErrors.badSlice("slice(" + from + ", " + toExclusive + ")");
        }
        return sliced(from, toExclusive - from);
    }

    @Override
    public Query<T> limit(int rows) {
        if (rows < 0) {
            throw QueryErrors.badSlice("limit(" + rows + ")");
        }
        return with(copy -> copy.limit = BindParameter.of(Types.INTEGER, rows));
    }

    @Override
    public Query<T> offset(int rows) {
        if (rows < 0) {
            throw QueryErrors.badSlice("offset(" + rows + ")");
        }
        return with(copy -> copy.offset = rows == 0 ? null : BindParameter.of(Types.INTEGER, rows));
    }

    final DefaultQuery<T> sliced(int from, @Nullable Integer rows) {
        return of(parts.sliced(from, rows));
    }

    // ---- how it is executed

    @Override
    public Query<T> options(LoadOption... options) {
        return with(copy -> copy.options =
                QueryParts.appended(parts.options, CriteriaOptions.resolved(registry(), List.of(options))));
    }

    @Override
    public Query<T> enableEagerLoads(boolean on) {
        return with(copy -> copy.eager = on);
    }

    @Override
    public Query<T> populateExisting() {
        return with(copy -> copy.populateExisting = true);
    }

    @Override
    public Query<T> withForUpdate() {
        return withForUpdate(LockMode.UPDATE);
    }

    @Override
    public Query<T> withForUpdate(LockMode mode) {
        return with(copy -> {
            copy.lock = mode;
            // what others changed before the lock was granted must be seen
            copy.populateExisting = true;
        });
    }

    @Override
    public Query<T> yieldPer(int rows) {
        if (rows < 1) {
            throw QueryErrors.badSlice("yieldPer(" + rows + ")");
        }
        return with(copy -> {
            copy.yieldPer = rows;
            copy.streaming = true;
        });
    }

    @Override
    public Query<T> cache(String region, @Nullable Duration timeToLive) {
        CacheWish wish = new CacheWish(region, timeToLive);
        return with(copy -> copy.cache = wish);
    }

    @Override
    public Query<T> withoutAutoflush() {
        return with(copy -> copy.autoflush = false);
    }

    @Override
    public Query<T> executionOptions(UnaryOperator<ExecutionOptions> change) {
        UnaryOperator<ExecutionOptions> before = parts.execution;
        return with(copy -> copy.execution = before == null ? change : o -> change.apply(before.apply(o)));
    }

    @Override
    public Query<T> onShard(String shard) {
        return with(copy -> copy.shard = shard);
    }
}
