package org.aludel.orm;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link CustomQuery} that hands joins and forms on.
 *
 * @param <T> what a row becomes
 * @param <Q> the program's own class
 * @since 0.1
 */
public abstract class CustomQueryJoins<T extends @Nullable Object, Q extends Query<T>> implements Query<T> {

    private final Query<T> plain;

    CustomQueryJoins(Query<T> plain) {
        this.plain = Objects.requireNonNull(plain, "plain");
    }

    /** The query behind. */
    protected final Query<T> plain() {
        return plain;
    }

    /** Makes an object of the program's class of a query that a step gave. */
    protected abstract Q of(Query<T> changed);

    @Override
    public Q from(FromItem... items) {
        return of(plain().from(items));
    }

    @Override
    public Q from(Class<?> type) {
        return of(plain().from(type));
    }

    @Override
    public Q from(Alias<?> alias) {
        return of(plain().from(alias));
    }

    @Override
    public Q join(Relation<?, ?> relation) {
        return of(plain().join(relation));
    }

    @Override
    public <X> Q join(Relation<?, X> relation, Alias<? extends X> target) {
        return of(plain().join(relation, target));
    }

    @Override
    public Q join(Alias<?> target, Expr<Boolean> on) {
        return of(plain().join(target, on));
    }

    @Override
    public Q join(FromItem target, Expr<Boolean> on) {
        return of(plain().join(target, on));
    }

    @Override
    public Q join(Class<?> target, Expr<Boolean> on) {
        return of(plain().join(target, on));
    }

    @Override
    public Q join(Relation<?, ?> first, Relation<?, ?> second, Relation<?, ?>... more) {
        return of(plain().join(first, second, more));
    }

    @Override
    public Q join(String... path) {
        return of(plain().join(path));
    }

    @Override
    public Q join(Class<?> target) {
        return of(plain().join(target));
    }

    @Override
    public Q join(Alias<?> target) {
        return of(plain().join(target));
    }

    @Override
    public Q join(FromItem target) {
        return of(plain().join(target));
    }

    @Override
    public Q join(Class<?> target, Relation<?, ?> relation) {
        return of(plain().join(target, relation));
    }

    @Override
    public Q join(Alias<?> target, Relation<?, ?> relation) {
        return of(plain().join(target, relation));
    }

    @Override
    public Q joinAliased(Relation<?, ?>... path) {
        return of(plain().joinAliased(path));
    }

    @Override
    public Q joinAliased(String... path) {
        return of(plain().joinAliased(path));
    }

    @Override
    public Q outerJoinAliased(Relation<?, ?>... path) {
        return of(plain().outerJoinAliased(path));
    }

    @Override
    public Q fromJoinpoint() {
        return of(plain().fromJoinpoint());
    }

    @Override
    public Q resetJoinpoint() {
        return of(plain().resetJoinpoint());
    }

    @Override
    public Q outerJoin(Relation<?, ?> relation) {
        return of(plain().outerJoin(relation));
    }

    @Override
    public <X> Q outerJoin(Relation<?, X> relation, Alias<? extends X> target) {
        return of(plain().outerJoin(relation, target));
    }

    @Override
    public Q outerJoin(Alias<?> target, Expr<Boolean> on) {
        return of(plain().outerJoin(target, on));
    }

    @Override
    public Q outerJoin(FromItem target, Expr<Boolean> on) {
        return of(plain().outerJoin(target, on));
    }

    @Override
    public Q outerJoin(Class<?> target, Expr<Boolean> on) {
        return of(plain().outerJoin(target, on));
    }

    @Override
    public Q outerJoin(String... path) {
        return of(plain().outerJoin(path));
    }

    @Override
    public Q outerJoin(Class<?> target) {
        return of(plain().outerJoin(target));
    }

    @Override
    public Q outerJoin(Alias<?> target) {
        return of(plain().outerJoin(target));
    }

    @Override
    public Q outerJoin(FromItem target) {
        return of(plain().outerJoin(target));
    }

    @Override
    public Q outerJoin(Class<?> target, Relation<?, ?> relation) {
        return of(plain().outerJoin(target, relation));
    }

    @Override
    public Q outerJoin(Alias<?> target, Relation<?, ?> relation) {
        return of(plain().outerJoin(target, relation));
    }

    @Override
    public Q fullJoin(Relation<?, ?> relation) {
        return of(plain().fullJoin(relation));
    }

    @Override
    public Q fullJoin(Class<?> target, Expr<Boolean> on) {
        return of(plain().fullJoin(target, on));
    }

    @Override
    public Q fullJoin(Alias<?> target, Expr<Boolean> on) {
        return of(plain().fullJoin(target, on));
    }

    @Override
    public Q fullJoin(FromItem target, Expr<Boolean> on) {
        return of(plain().fullJoin(target, on));
    }

    @Override
    public Query<Row> addColumns(Expr<?>... columns) {
        return plain().addColumns(columns);
    }

    @Override
    public Query<Row> addEntity(Class<?> type) {
        return plain().addEntity(type);
    }

    @Override
    public Query<Row> addEntity(Alias<?> alias) {
        return plain().addEntity(alias);
    }

    @Override
    public Query<Row> withEntities(Selectable... parts) {
        return plain().withEntities(parts);
    }

    @Override
    public <X> Query<X> withEntities(Expr<X> part) {
        return plain().withEntities(part);
    }

    @Override
    public Q selectEntityFrom(FromItem item) {
        return of(plain().selectEntityFrom(item));
    }

    @Override
    public Q fromSelf() {
        return of(plain().fromSelf());
    }

    @Override
    public Q union(Query<?>... others) {
        return of(plain().union(others));
    }

    @Override
    public Q unionAll(Query<?>... others) {
        return of(plain().unionAll(others));
    }

    @Override
    public Q intersect(Query<?>... others) {
        return of(plain().intersect(others));
    }

    @Override
    public Q intersectAll(Query<?>... others) {
        return of(plain().intersectAll(others));
    }

    @Override
    public Q except(Query<?>... others) {
        return of(plain().except(others));
    }

    @Override
    public Q exceptAll(Query<?>... others) {
        return of(plain().exceptAll(others));
    }

    @Override
    public Q fromStatement(Statement statement) {
        return of(plain().fromStatement(statement));
    }

    @Override
    public List<T> instances(Result rows) {
        return plain().instances(rows);
    }

    @Override
    public Q fromText(String sql) {
        return of(plain().fromText(sql));
    }

    @Override
    public @Nullable Condition whereClause() {
        return plain().whereClause();
    }

    @Override
    public Condition asCondition() {
        return plain().asCondition();
    }

    @Override
    public Q correlate(Object... classesOrItems) {
        return of(plain().correlate(classesOrItems));
    }

    @Override
    public Select toSelect() {
        return plain().toSelect();
    }

    @Override
    public String toSql() {
        return plain().toSql();
    }
}
