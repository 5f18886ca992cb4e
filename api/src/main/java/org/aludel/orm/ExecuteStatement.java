package org.aludel.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.aludel.sql.Expr;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A session is about to execute a statement that a program asked for, by a query, by {@code execute}, or by touching what
 * is not loaded. Handlers may add conditions to what is selected, or replace a statement of the core.
 *
 * <pre>{@code
 * sessions.on(ExecuteStatement.class, e -> {
 *     if (e.isSelect() && e.type() == User.class && !e.isColumnLoad()) {
 *         e.filter(User_.tenant.eq(Tenant.current()));
 *     }
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class ExecuteStatement implements SessionEvent {

    /** What asks for the statement. */
    public enum Origin {
        /** A query. */
        QUERY,
        /** A look-up by key. */
        GET,
        /** Attributes of one object, because they are not loaded or are refreshed. */
        COLUMN_LOAD,
        /** A relation of one object. */
        RELATIONSHIP_LOAD,
        /** An UPDATE of a query. */
        BULK_UPDATE,
        /** A DELETE of a query. */
        BULK_DELETE,
        /** {@code session.execute}. */
        STATEMENT
    }

    private final Session session;
    private final @Nullable Class<?> type;
    private final Origin origin;
    private final Supplier<? extends Statement> statement;
    private final List<Expr<Boolean>> conditions = new ArrayList<>();
    private final List<LoadOption> options = new ArrayList<>();
    private @Nullable Statement replacement;

    /** Made where statements are executed. */
    public ExecuteStatement(
            Session session, @Nullable Class<?> type, Origin origin, Supplier<? extends Statement> statement) {
        this.session = session;
        this.type = type;
        this.origin = origin;
        this.statement = statement;
    }

    @Override
    public Session session() {
        return session;
    }

    /** The class of the objects that are asked for; null if the statement asks for other things. */
    public @Nullable Class<?> type() {
        return type;
    }

    /** What asks for the statement. */
    public Origin origin() {
        return origin;
    }

    /** The statement as it is to be executed, without conditions that handlers have added. */
    public Statement statement() {
        return replacement == null ? statement.get() : replacement;
    }

    /** Whether rows are asked for. */
    public boolean isSelect() {
        return origin == Origin.STATEMENT
                ? statement() instanceof org.aludel.sql.QueryExpression
                : !isUpdate() && !isDelete();
    }

    /** Whether it is an UPDATE of a query. */
    public boolean isUpdate() {
        return origin == Origin.BULK_UPDATE;
    }

    /** Whether it is a DELETE of a query. */
    public boolean isDelete() {
        return origin == Origin.BULK_DELETE;
    }

    /** Whether it reads attributes of one object that is in the session. */
    public boolean isColumnLoad() {
        return origin == Origin.COLUMN_LOAD;
    }

    /** Whether it reads a relation. */
    public boolean isRelationshipLoad() {
        return origin == Origin.RELATIONSHIP_LOAD;
    }

    /** Adds a condition to what is selected, updated or deleted. */
    public void filter(Expr<Boolean> condition) {
        conditions.add(condition);
    }

    /**
     * Adds options, as a query's own: criteria of a class are followed wherever the class is in the statement.
     *
     * <pre>{@code
     * sessions.on(ExecuteStatement.class, e -> {
     *     if (e.isSelect() && !e.isColumnLoad() && !e.isRelationshipLoad()) {
     *         e.options(withLoaderCriteria(Deletable.class, c -> attribute(c, "deleted").eq(false)));
     *     }
     * });
     * }</pre>
     */
    public void options(LoadOption... added) {
        options.addAll(List.of(added));
    }

    /** Options that handlers have added. */
    public List<LoadOption> options() {
        return Collections.unmodifiableList(options);
    }

    /** Conditions that handlers have added. */
    public List<Expr<Boolean>> conditions() {
        return Collections.unmodifiableList(conditions);
    }

    /** Executes another statement instead; of statements given to {@code execute} only. */
    public void replace(Statement other) {
        replacement = other;
    }

    /** The statement that a handler has put in place; null if none has. */
    public @Nullable Statement replacement() {
        return replacement;
    }
}
