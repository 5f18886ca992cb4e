package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Executes cases on one database that has the tables of their schema. */
final class Execution {

    private final Checker checker;
    private final Engine engine;
    private final CoreDialect dialect;

    Execution(Corpus corpus, Engine engine) {
        this.checker = new Checker(corpus.schemas());
        this.engine = engine;
        this.dialect = (CoreDialect) engine.dialect();
    }

    /** Creates the tables of a schema; returns what could not be made. */
    List<String> prepare(Map<String, @Nullable Object> variables) {
        List<String> failures = new ArrayList<>();
        MetaData metadata = (MetaData) variables.get("metadata");
        if (metadata == null) {
            return failures;
        }
        attempt(failures, "schema", connection -> metadata.createAll(connection, false));
        for (Object variable : variables.values()) {
            if (variable instanceof Table table && table.metaData() != metadata) {
                attempt(failures, table.name(), connection -> connection.execute(new DdlElement.CreateTable(table)));
            }
        }
        return failures;
    }

    private interface Work {
        void on(Connection connection);
    }

    private void attempt(List<String> failures, String what, Work work) {
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            work.on(connection);
            transaction.commit();
        } catch (AludelException e) {
            failures.add(what + ": " + e.getMessage());
        }
    }

    /** Runs a case and takes back what it did; returns why it failed, or null. */
    @Nullable
    String run(CorpusCase one) {
        try {
            Object built = checker.build(one);
            try (Connection connection = engine.connect();
                    Transaction transaction = connection.begin()) {
                execute(connection, built);
                transaction.rollback();
            }
            return null;
        } catch (IntegrityException e) {
            return null; // it ran: values made up for it broke a rule of the data
        } catch (AludelException | Gap e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private void execute(Connection connection, @Nullable Object built) {
        if (built instanceof Outcome.Executed executed) {
            Statement statement = (Statement) executed.statement();
            List<Map<String, @Nullable Object>> sets = executed.sets();
            if (executed.isBatch()) {
                connection.execute(statement, sets).close();
            } else {
                read(connection.execute(statement, completed(statement, sets.get(0))));
            }
        } else if (built instanceof Outcome.AllTables all) {
            AllTablesSql.statements(all, dialect)
                    .forEach(sql -> connection.execute(new DdlElement.Raw(sql)).close());
        } else if (built instanceof Statement statement) {
            read(connection.execute(statement, completed(statement, Map.of())));
        } else if (built instanceof Expr<?> expression) {
            Statement select = Sql.select(expression);
            read(connection.execute(select, completed(select, Map.of())));
        } else if (built instanceof FromItem from) {
            read(connection.execute(from.select()));
        }
    }

    /** Gives null for the parameters that a case leaves open. */
    private Map<String, @Nullable Object> completed(Node node, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
        CompiledSql compiled = given.isEmpty() ? dialect.compile(node) : dialect.compile(node, given);
        for (Object value : compiled.parameters()) {
            if (value instanceof CompiledSql.Awaited awaited
                    && awaited.source() == CompiledSql.Awaited.Source.PARAMETER) {
                all.put(awaited.name(), null);
            }
        }
        return all;
    }

    private static void read(Result result) {
        try (result) {
            if (result.returnsRows()) {
                for (Row row : result) {
                    for (int i = 0; i < row.size(); i++) {
                        row.get(i);
                    }
                }
            }
        }
    }
}
