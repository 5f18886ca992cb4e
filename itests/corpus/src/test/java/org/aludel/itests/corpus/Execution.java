package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Executes cases on one database that has the tables of their schema. */
final class Execution {

    private final Checker checker;
    private final Engine engine;
    private final CoreDialect dialect;
    private final Set<String> tables = new HashSet<>();

    Execution(Corpus corpus, Engine engine) {
        this.checker = new Checker(corpus.schemas());
        this.engine = engine;
        this.dialect = (CoreDialect) engine.dialect();
    }

    /** Creates the tables of a schema; returns what could not be made. */
    List<String> prepare(Map<String, @Nullable Object> variables) {
        List<String> failures = new ArrayList<>();
        MetaData metadata = (MetaData) variables.get("metadata");
        for (Object variable : variables.values()) {
            if (variable instanceof Table table) {
                tables.add(table.fullName());
            }
        }
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
        Set<Table> made = new LinkedHashSet<>();
        try {
            Object built = checker.build(one);
            missing(built, made);
            try (Connection connection = engine.connect();
                    Transaction transaction = connection.begin()) {
                made.forEach(table ->
                        connection.execute(new DdlElement.CreateTable(table)).close());
                replaced(built)
                        .forEach(table -> connection
                                .execute(new DdlElement.DropTable(table))
                                .close());
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
        } finally {
            takeBack(made);
        }
    }

    /** Where definitions commit, what was made for a case is dropped again. */
    private void takeBack(Set<Table> made) {
        List<Table> reversed = new ArrayList<>(made);
        Collections.reverse(reversed);
        for (Table table : reversed) {
            try (Connection connection = engine.connect()) {
                connection.execute(new DdlElement.DropTable(table).ifExists()).close();
            } catch (AludelException e) {
                continue; // rolled back with the case
            }
        }
    }

    /** The tables that a source makes and uses, with those that they refer to. */
    private void missing(@Nullable Object built, Set<Table> into) {
        Object root = built instanceof Outcome.Executed executed ? executed.statement() : built;
        if (root instanceof DdlElement.CreateTable create) {
            others(create.table(), into);
        } else if (root instanceof DdlElement.CreateIndex create) {
            own(create.table(), into);
        } else if (root instanceof DdlElement.AddConstraint add) {
            own(add.table(), into);
        } else if (root instanceof DdlElement.SetComment comment) {
            own(comment.table(), into);
        } else if (root instanceof DdlElement.DropTable drop) {
            own(drop.table(), into);
        } else if (root instanceof Outcome.AllTables all && all.drop()) {
            all.metadata().sortedTables().forEach(table -> own(table, into));
        } else if (root instanceof Node node && !(root instanceof DdlElement)) {
            collect(node, into, new HashSet<>());
        }
    }

    private void own(Table table, Set<Table> into) {
        if (!known(table)) {
            others(table, into);
            into.add(table);
        }
    }

    /** The tables that a source makes besides one, which that one may refer to. */
    private void others(Table table, Set<Table> into) {
        for (Table other : table.metaData().sortedTables()) {
            if (other != table && !known(other)) {
                into.add(other);
            }
        }
    }

    /** Whether a case defines something, which stays where definitions commit. */
    boolean isDefinition(CorpusCase one) {
        try {
            Object built = checker.build(one);
            return built instanceof DdlElement || built instanceof Outcome.AllTables;
        } catch (RuntimeException e) {
            return false; // said when it is run
        }
    }

    private void collect(Node node, Set<Table> into, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof Table table) {
            into.addAll(known(table) ? Set.of() : Set.of(table));
        } else if (node instanceof Column<?> column && column.owner() != null) {
            collect(column.owner(), into, seen);
        } else if (node instanceof DmlStatement<?> change) {
            collect(change.table(), into, seen);
        }
        node.forEachChild(child -> collect(child, into, seen));
    }

    private boolean known(Table table) {
        return tables.contains(table.fullName());
    }

    /** Tables of the schema that a case creates, and which must be gone before. */
    private List<Table> replaced(@Nullable Object built) {
        if (built instanceof DdlElement.CreateTable create && known(create.table())) {
            return List.of(create.table());
        }
        if (built instanceof Outcome.AllTables all && !all.drop()) {
            List<Table> known = new ArrayList<>(all.metadata().sortedTables());
            Collections.reverse(known);
            known.removeIf(table -> !known(table));
            return known;
        }
        return List.of();
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
            Statement select = alone(expression);
            read(connection.execute(select, completed(select, Map.of())));
        } else if (built instanceof FromItem from) {
            read(connection.execute(from.select()));
        }
    }

    /** A select of an expression; columns of no table come from one made for them. */
    private static Select alone(Expr<?> expression) {
        Map<String, Selectable> loose = new LinkedHashMap<>();
        loose(expression, loose);
        Select select = Sql.select(expression);
        return loose.isEmpty()
                ? select
                : select.selectFrom(Sql.select(List.copyOf(loose.values())).subquery("loose"));
    }

    private static void loose(Node node, Map<String, Selectable> into) {
        if (node instanceof Column<?> column && column.owner() == null) {
            boolean typed = column.type().family() != TypeFamily.UNKNOWN
                    && column.type().family() != TypeFamily.ENUM;
            into.put(column.name(), (typed ? Sql.null_().cast(column.type()) : Sql.null_()).label(column.name()));
        }
        if (!(node instanceof QueryExpression)) {
            node.forEachChild(child -> loose(child, into));
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
