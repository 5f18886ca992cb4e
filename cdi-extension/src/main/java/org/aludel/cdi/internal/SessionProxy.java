package org.aludel.cdi.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.EventFilter;
import org.aludel.orm.History;
import org.aludel.orm.IdentityKey;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.RowShape;
import org.aludel.orm.Session;
import org.aludel.orm.SessionEvent;
import org.aludel.orm.SessionFactory;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is injected as session: passes each call to the session that serves the calling thread at that moment, so that it
 * is safe to keep in beans of any scope.
 */
final class SessionProxy implements Session {

    private final Supplier<SessionSource> source;

    SessionProxy(Supplier<SessionSource> source) {
        this.source = source;
    }

    private Session current() {
        return source.get().current();
    }

    @Override
    public void add(Object object) {
        current().add(object);
    }

    @Override
    public void addAll(Iterable<?> objects) {
        current().addAll(objects);
    }

    @Override
    public void addAll(Object... objects) {
        current().addAll(objects);
    }

    @Override
    public void delete(Object object) {
        current().delete(object);
    }

    @Override
    public <T> T merge(T object) {
        return current().merge(object);
    }

    @Override
    public <T> T merge(T object, boolean load) {
        return current().merge(object, load);
    }

    @Override
    public void expunge(Object object) {
        current().expunge(object);
    }

    @Override
    public void clear() {
        current().clear();
    }

    @Override
    public void makeTransient(Object object) {
        current().makeTransient(object);
    }

    @Override
    public boolean contains(Object object) {
        return current().contains(object);
    }

    @Override
    public <T> @Nullable T get(Class<T> type, Object key) {
        return current().get(type, key);
    }

    @Override
    public <T> @Nullable T get(Class<T> type, Object key, LockMode lock) {
        return current().get(type, key, lock);
    }

    @Override
    public <T> Optional<T> find(Class<T> type, Object key) {
        return current().find(type, key);
    }

    @Override
    public void refresh(Object object) {
        current().refresh(object);
    }

    @Override
    public void refresh(Object object, LockMode lock) {
        current().refresh(object, lock);
    }

    @Override
    public void expire(Object object) {
        current().expire(object);
    }

    @Override
    public void expire(Object object, String... attributes) {
        current().expire(object, attributes);
    }

    @Override
    public void expireAll() {
        current().expireAll();
    }

    @Override
    public <T> Query<T> query(Class<T> type) {
        return current().query(type);
    }

    @Override
    public <T> Query<T> query(Alias<T> alias) {
        return current().query(alias);
    }

    @Override
    public <T> Query<T> query(Expr<T> expression) {
        return current().query(expression);
    }

    @Override
    public <T> Query<T> query(RowShape<T> shape) {
        return current().query(shape);
    }

    @Override
    public Query<Row> query(Selectable... parts) {
        return current().query(parts);
    }

    @Override
    public Result execute(Statement statement) {
        return current().execute(statement);
    }

    @Override
    public Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        return current().execute(statement, parameters);
    }

    @Override
    public Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        return current().execute(statement, parameterSets);
    }

    @Override
    public Connection connection(Class<?> type) {
        return current().connection(type);
    }

    @Override
    public Engine engine(Class<?> type) {
        return current().engine(type);
    }

    @Override
    public @Nullable String shardOf(Object object) {
        return current().shardOf(object);
    }

    @Override
    public void prepare() {
        current().prepare();
    }

    @Override
    public Connection connection() {
        return current().connection();
    }

    @Override
    public <E, T> void set(E object, Attribute<? super E, T> attribute, Expr<? extends T> expression) {
        current().set(object, attribute, expression);
    }

    @Override
    public <E, T> History<T> history(E object, Attribute<? super E, T> attribute) {
        return current().history(object, attribute);
    }

    @Override
    public <E, T> History<T> history(E object, Relation<? super E, T> relation) {
        return current().history(object, relation);
    }

    @Override
    public boolean isModified(Object object) {
        return current().isModified(object);
    }

    @Override
    public boolean contains(IdentityKey key) {
        return current().contains(key);
    }

    @Override
    public @Nullable IdentityKey identityKey(Object object) {
        return current().identityKey(object);
    }

    @Override
    public IdentityKey identityKey(Class<?> type, Row row) {
        return current().identityKey(type, row);
    }

    @Override
    public void bulkInsertMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        current().bulkInsertMappings(type, rows);
    }

    @Override
    public void bulkUpdateMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        current().bulkUpdateMappings(type, rows);
    }

    @Override
    public void bulkSaveObjects(Iterable<?> objects) {
        current().bulkSaveObjects(objects);
    }

    @Override
    public void bulkSaveObjects(Iterable<?> objects, boolean returnKeys) {
        current().bulkSaveObjects(objects, returnKeys);
    }

    @Override
    public void revert(Object object) {
        current().revert(object);
    }

    @Override
    public List<Object> newObjects() {
        return current().newObjects();
    }

    @Override
    public List<Object> modifiedObjects() {
        return current().modifiedObjects();
    }

    @Override
    public List<Object> deletedObjects() {
        return current().deletedObjects();
    }

    @Override
    public void flush() {
        current().flush();
    }

    @Override
    public void flush(Object... objects) {
        current().flush(objects);
    }

    @Override
    public NestedTransaction begin() {
        return current().begin();
    }

    @Override
    public String flushPlan() {
        return current().flushPlan();
    }

    @Override
    public boolean isAutoflush() {
        return current().isAutoflush();
    }

    @Override
    public void autoflush(boolean on) {
        current().autoflush(on);
    }

    @Override
    public void loadOptions(LoadOption... options) {
        current().loadOptions(options);
    }

    @Override
    public void commit() {
        current().commit();
    }

    @Override
    public void rollback() {
        current().rollback();
    }

    @Override
    public NestedTransaction beginNested() {
        return current().beginNested();
    }

    @Override
    public boolean inTransaction() {
        return current().inTransaction();
    }

    @Override
    public SessionFactory factory() {
        return current().factory();
    }

    @Override
    public boolean isClosed() {
        return current().isClosed();
    }

    /** The scope that the session belongs to closes it. */
    @Override
    public void close() {
        throw new InvalidRequestException(
                "ALU-0911",
                "an injected session is closed by its scope; where: " + this
                        + "; what to do: leave it open, or open a session of your own with an injected SessionFactory");
    }

    @Override
    public String toString() {
        return "injected session, " + source.get();
    }

    @Override
    public History<@Nullable Object> history(Object object, String attribute, boolean load) {
        return current().history(object, attribute, load);
    }

    @Override
    public boolean isModified(Object object, boolean includeCollections) {
        return current().isModified(object, includeCollections);
    }

    @Override
    public void flagModified(Object object, String attribute) {
        current().flagModified(object, attribute);
    }

    @Override
    public void flagDirty(Object object) {
        current().flagDirty(object);
    }

    @Override
    public void setCommitted(Object object, String attribute, @Nullable Object value) {
        current().setCommitted(object, attribute, value);
    }

    @Override
    public <E extends SessionEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler) {
        return current().on(type, handler);
    }

    @Override
    public <E extends SessionEvent> EventRegistration on(
            Class<E> type, EventFilter filter, Consumer<? super E> handler) {
        return current().on(type, filter, handler);
    }
}
