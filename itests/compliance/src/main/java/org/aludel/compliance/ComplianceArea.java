package org.aludel.compliance;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.engine.TransactionTask;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A group of checks: public methods marked with {@link Check}. Each check runs on an object of its own. What it does through
 * {@link #connection()} is rolled back after it; what it does to tables of its own goes through {@link #withTables}.
 *
 * @since 0.1
 */
public abstract class ComplianceArea implements AutoCloseable {

    private @Nullable ComplianceDatabase database;
    private @Nullable Connection connection;
    private @Nullable Transaction transaction;

    /** For subclasses, which have a constructor without parameters. */
    protected ComplianceArea() {}

    final void attach(ComplianceDatabase owner) {
        database = owner;
    }

    /** The database under test. */
    protected final ComplianceDatabase database() {
        ComplianceDatabase attached = database;
        if (attached == null) {
            throw new IllegalStateException("no database is attached; run the area through DialectCompliance");
        }
        return attached;
    }

    /** The engine of the database. */
    protected final Engine engine() {
        return database().engine();
    }

    /** A connection in a transaction that is rolled back after the check. */
    protected final Connection connection() {
        Connection open = connection;
        if (open == null) {
            open = engine().connect();
            connection = open;
            transaction = open.begin();
        }
        return open;
    }

    /** Whether the database meets a requirement, for parts of a check. */
    protected final boolean can(Requirement requirement) {
        return database().meets(requirement);
    }

    /** The table of people. */
    protected final Table people() {
        return database().people();
    }

    /** The table of orders. */
    protected final Table orders() {
        return database().orders();
    }

    /** A column of people. */
    protected final <T> Column<T> person(String name) {
        return people().c(name);
    }

    /** A column of orders. */
    protected final <T> Column<T> order(String name) {
        return orders().c(name);
    }

    /** Values of the first column of a query. */
    protected final <T> List<T> values(QueryExpression query, Class<T> type) {
        return connection().execute(query).scalars(type);
    }

    /** The only value of a query. */
    protected final <T> @Nullable T value(QueryExpression query, Class<T> type) {
        return connection().execute(query).scalar(type);
    }

    /** All rows of a statement as lists. */
    protected final List<List<@Nullable Object>> rows(Statement statement) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : connection().execute(statement).all()) {
            rows.add(row.toList());
        }
        return rows;
    }

    /** Creates tables, does something in a transaction that is committed, and drops the tables. */
    protected final void withTables(MetaData metadata, TransactionTask<Connection, RuntimeException> task) {
        metadata.createAll(engine());
        try {
            engine().useTransaction(task);
        } finally {
            drop(metadata);
        }
    }

    /** Drops the tables of a check, as the database's test does it. */
    protected final void drop(MetaData metadata) {
        database().drop(metadata);
    }

    /** Rolls back and gives the connection back. */
    @Override
    public final void close() {
        Transaction open = transaction;
        Connection used = connection;
        try {
            if (open != null && open.isActive()) {
                open.rollback();
            }
        } finally {
            if (used != null) {
                used.close();
            }
        }
    }
}
