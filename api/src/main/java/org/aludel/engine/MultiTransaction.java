package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on several databases in one transaction.
 *
 * <pre>{@code
 * MultiTransaction.over(orders, stock).use(on -> {
 *     on.engine(orders).execute(...);
 *     on.engine(stock).execute(...);
 * });
 * MultiTransaction.ofTables(order, article).use(on -> on.table(order).execute(...));
 * }</pre>
 *
 * <p>Where all databases prepare transactions durably, all commit or none does ({@link TwoPhase}). Where one does not,
 * nothing is begun and the refusal names it, unless {@link #bestEffort()} was asked for: then each commits by itself, one
 * after the other, once all work is done, and an error says which had committed when it happened. One database alone needs
 * neither.
 *
 * @since 0.1
 */
public final class MultiTransaction {

    private final List<Engine> engines;
    private final boolean bestEffort;

    private MultiTransaction(List<Engine> engines, boolean bestEffort) {
        this.engines = engines;
        this.bestEffort = bestEffort;
    }

    /**
     * Over the engines, each once.
     *
     * @throws ArgumentException ALU-0272 if there is none
     */
    public static MultiTransaction over(Engine... engines) {
        return over(List.of(engines));
    }

    /** Over the engines, each once. */
    public static MultiTransaction over(Collection<? extends Engine> engines) {
        List<Engine> found = engines.stream().map(Engine::current).distinct().toList();
        if (found.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0272",
                    "a transaction needs an engine; where: MultiTransaction; what to do: name the engines, or the tables"
                            + " that are bound to them");
        }
        return new MultiTransaction(found, false);
    }

    /**
     * Over the engines that the tables are bound to by their MetaData.
     *
     * @throws InvalidRequestException ALU-0176 if one is bound to none
     */
    public static MultiTransaction ofTables(Table... tables) {
        List<Engine> engines = new ArrayList<>();
        for (Table table : tables) {
            engines.add(engineOf(table));
        }
        return over(engines);
    }

    private static Engine engineOf(Table table) {
        Engine engine = table.metaData().engine();
        if (engine == null) {
            throw new InvalidRequestException(
                    "ALU-0176",
                    "the table is bound to no engine; where: " + table.fullName()
                            + "; what to do: say metaData.bind(engine), or name the engines with over(...)");
        }
        return engine;
    }

    /** The same, content with less than all or nothing where a database can't promise it. */
    public MultiTransaction bestEffort() {
        return new MultiTransaction(engines, true);
    }

    /** The connections of a transaction to its databases; they are closed with it. */
    public static final class Connections {

        private final Function<Engine, @Nullable Connection> source;
        private final List<Engine> known;

        private Connections(List<Engine> known, Function<Engine, @Nullable Connection> source) {
            this.known = known;
            this.source = source;
        }

        /**
         * The connection to an engine's database.
         *
         * @throws ArgumentException ALU-0229 if the engine has no part in the transaction
         */
        public Connection engine(Engine engine) {
            Connection connection = known.contains(engine.current()) ? source.apply(engine.current()) : null;
            if (connection == null) {
                throw new ArgumentException(
                        "ALU-0229",
                        "the engine has no part in this transaction; where: " + engine.name() + ", not among "
                                + names(known) + "; what to do: name it in MultiTransaction.over(...)");
            }
            return connection;
        }

        /** The connection to the database that a table is bound to. */
        public Connection table(Table table) {
            return engine(engineOf(table));
        }
    }

    /**
     * Runs work and commits all; an exception rolls all back and comes out as it was thrown, checked ones included.
     *
     * @return what the work returned
     * @throws TransactionStateException ALU-0273 before anything is begun where all or nothing can't be promised,
     *     ALU-0274 where, with best effort, some had committed when a later one failed
     */
    public <T extends @Nullable Object, X extends Throwable> T run(TransactionWork<Connections, T, X> work) throws X {
        if (engines.size() == 1) {
            Engine only = engines.get(0);
            return only.inTransaction(connection -> work.apply(new Connections(engines, engine -> connection)));
        }
        TwoPhase all = begin();
        if (all == null) {
            return oneByOne(work);
        }
        try (TwoPhase transaction = all) {
            T result = work.apply(new Connections(engines, transaction::on));
            transaction.commit();
            return result;
        }
    }

    /** As {@link #run}, for work without a result. */
    @SuppressWarnings("NullAway") // a Void is nothing but null
    public <X extends Throwable> void use(TransactionTask<Connections, X> task) throws X {
        this.<@Nullable Void, X>run(connections -> {
            task.accept(connections);
            return null;
        });
    }

    /** The transaction of all; null where they can't and need not promise. */
    private @Nullable TwoPhase begin() {
        try {
            return TwoPhase.begin(engines.toArray(Engine[]::new));
        } catch (TransactionStateException e) {
            if (!e.code().equals("ALU-0225")) {
                throw e;
            }
            if (bestEffort) {
                return null;
            }
            throw new TransactionStateException(
                    "ALU-0273",
                    "all or nothing can't be promised over these databases: " + e.getMessage() + "; where: "
                            + names(engines) + "; what to do: leave that database out of the transaction, or say"
                            + " bestEffort() if it may happen that some commit and others don't",
                    e);
        }
    }

    private <T extends @Nullable Object, X extends Throwable> T oneByOne(TransactionWork<Connections, T, X> work)
            throws X {
        Map<Engine, Connection> connections = new LinkedHashMap<>();
        Map<Engine, Transaction> open = new LinkedHashMap<>();
        try {
            for (Engine engine : engines) {
                Connection connection = engine.connect();
                connections.put(engine, connection);
                open.put(engine, connection.begin());
            }
            T result = work.apply(new Connections(engines, connections::get));
            commit(open);
            return result;
        } finally {
            connections.values().forEach(Connection::close); // rolls back what was not committed
        }
    }

    private void commit(Map<Engine, Transaction> open) {
        List<Engine> done = new ArrayList<>();
        for (Map.Entry<Engine, Transaction> each : open.entrySet()) {
            try {
                each.getValue().commit();
            } catch (AludelException e) {
                if (done.isEmpty()) {
                    throw e;
                }
                throw new TransactionStateException(
                        "ALU-0274",
                        "a part of the work is committed and a part is rolled back: " + e.getMessage()
                                + "; where: committed on " + names(done) + ", failed on "
                                + each.getKey().name() + "; what to do: set right by hand what is committed",
                        e);
            }
            done.add(each.getKey());
        }
    }

    private static String names(List<Engine> engines) {
        return engines.stream().map(Engine::name).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "MultiTransaction over " + names(engines) + (bestEffort ? ", best effort" : "");
    }
}
