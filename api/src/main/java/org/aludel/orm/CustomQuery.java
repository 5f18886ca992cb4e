package org.aludel.orm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aludel.engine.ExecutionOptions;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * A query class of the program's own: with methods of its own, or with other meanings of those that there are. Steps keep
 * the class.
 *
 * <pre>{@code
 * final class People<T> extends CustomQuery<T, People<T>> {
 *     People(Query<T> plain) { super(plain); }
 *     @Override protected People<T> of(Query<T> changed) { return new People<>(changed); }
 *     People<T> named(String name) { return filterBy("name", name); }
 * }
 * session.query(User.class).as(People::new).named("ed").one();
 * }</pre>
 *
 * <p>{@link SessionFactoryBuilder#queryClass} makes all queries of the sessions objects of such a class.
 *
 * @param <T> what a row becomes
 * @param <Q> the program's own class
 * @since 0.1
 */
public abstract class CustomQuery<T extends @Nullable Object, Q extends Query<T>> extends CustomQueryJoins<T, Q> {

    /** @param plain the query to hand steps on to */
    protected CustomQuery(Query<T> plain) {
        super(plain);
    }

    @Override
    public Q filter(Condition... conditions) {
        return of(plain().filter(conditions));
    }

    @Override
    public Q filter(Expr<Boolean> condition) {
        return of(plain().filter(condition));
    }

    @Override
    public Q orderBy(Ordering... orderings) {
        return of(plain().orderBy(orderings));
    }

    @Override
    public Q orderBy(String label) {
        return of(plain().orderBy(label));
    }

    @Override
    public Q clearOrderBy() {
        return of(plain().clearOrderBy());
    }

    @Override
    public Q groupBy(Expr<?>... expressions) {
        return of(plain().groupBy(expressions));
    }

    @Override
    public Q having(Condition... conditions) {
        return of(plain().having(conditions));
    }

    @Override
    public Q having(Expr<Boolean> condition) {
        return of(plain().having(condition));
    }

    @Override
    public Q distinct() {
        return of(plain().distinct());
    }

    @Override
    public Q distinctOn(Expr<?>... expressions) {
        return of(plain().distinctOn(expressions));
    }

    @Override
    public Q params(Map<String, ? extends @Nullable Object> values) {
        return of(plain().params(values));
    }

    @Override
    public Q slice(int from, int toExclusive) {
        return of(plain().slice(from, toExclusive));
    }

    @Override
    public Q limit(int rows) {
        return of(plain().limit(rows));
    }

    @Override
    public Q offset(int rows) {
        return of(plain().offset(rows));
    }

    @Override
    public Q options(LoadOption... options) {
        return of(plain().options(options));
    }

    @Override
    public Q populateExisting() {
        return of(plain().populateExisting());
    }

    @Override
    public Q withForUpdate() {
        return of(plain().withForUpdate());
    }

    @Override
    public Q withForUpdate(LockMode mode) {
        return of(plain().withForUpdate(mode));
    }

    @Override
    public Q yieldPer(int rows) {
        return of(plain().yieldPer(rows));
    }

    @Override
    public Q executionOptions(UnaryOperator<ExecutionOptions> change) {
        return of(plain().executionOptions(change));
    }

    @Override
    public Q onShard(String shard) {
        return of(plain().onShard(shard));
    }

    @Override
    public Q enableEagerLoads(boolean on) {
        return of(plain().enableEagerLoads(on));
    }

    @Override
    public Q cache() {
        return of(plain().cache());
    }

    @Override
    public Q cache(String region) {
        return of(plain().cache(region));
    }

    @Override
    public Q cache(String region, @Nullable Duration timeToLive) {
        return of(plain().cache(region, timeToLive));
    }

    @Override
    public Q withSession(Session other) {
        return of(plain().withSession(other));
    }

    @Override
    public Q withoutAutoflush() {
        return of(plain().withoutAutoflush());
    }

    @Override
    public List<T> all() {
        return plain().all();
    }

    @Override
    public T one() {
        return plain().one();
    }

    @Override
    @Nullable
    public T oneOrNone() {
        return plain().oneOrNone();
    }

    @Override
    @Nullable
    public T first() {
        return plain().first();
    }

    @Override
    @Nullable
    public Object scalar() {
        return plain().scalar();
    }

    @Override
    public long count() {
        return plain().count();
    }

    @Override
    public boolean exists() {
        return plain().exists();
    }

    @Override
    public Stream<T> stream() {
        return plain().stream();
    }

    @Override
    public List<ColumnDescription> columnDescriptions() {
        return plain().columnDescriptions();
    }

    @Override
    public long update(Assignment<?>... assignments) {
        return plain().update(assignments);
    }

    @Override
    public long update(Synchronize synchronize, Assignment<?>... assignments) {
        return plain().update(synchronize, assignments);
    }

    @Override
    public long update(Map<String, ? extends @Nullable Object> values) {
        return plain().update(values);
    }

    @Override
    public long delete() {
        return plain().delete();
    }

    @Override
    public long delete(Synchronize synchronize) {
        return plain().delete(synchronize);
    }

    @Override
    @Nullable
    public T get(Object key) {
        return plain().get(key);
    }

    @Override
    public <V> Q filterBy(Attribute<?, V> attribute, @Nullable V value) {
        return of(plain().filterBy(attribute, value));
    }

    @Override
    public Q filterBy(String attribute, @Nullable Object value) {
        return of(plain().filterBy(attribute, value));
    }

    @Override
    public Q filterBy(Map<String, ? extends @Nullable Object> values) {
        return of(plain().filterBy(values));
    }

    @Override
    public List<T> selectBy(Map<String, ? extends @Nullable Object> values) {
        return plain().selectBy(values);
    }

    @Override
    public List<T> selectBy(String attribute, @Nullable Object value) {
        return plain().selectBy(attribute, value);
    }

    @Override
    @Nullable
    public T getBy(Map<String, ? extends @Nullable Object> values) {
        return plain().getBy(values);
    }

    @Override
    @Nullable
    public T getBy(String attribute, @Nullable Object value) {
        return plain().getBy(attribute, value);
    }

    @Override
    public T oneBy(Map<String, ? extends @Nullable Object> values) {
        return plain().oneBy(values);
    }

    @Override
    public Q withParent(Object parent) {
        return of(plain().withParent(parent));
    }

    @Override
    public Q withParent(Object parent, Relation<?, ?> relation) {
        return of(plain().withParent(parent, relation));
    }

    @Override
    public String toString() {
        return plain().toString();
    }
}
