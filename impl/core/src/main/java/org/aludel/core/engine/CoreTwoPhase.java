package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.TwoPhase;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.TransactionStateException;

/**
 * One transaction over several engines, with a durable decision between the phases. Engines may join as they are needed,
 * until it is prepared.
 */
public final class CoreTwoPhase implements TwoPhase {

    private final DecisionLog log;
    private final String global;
    private final Map<Engine, CoreConnection> connections = new LinkedHashMap<>();
    private final List<XaTransaction> branches = new ArrayList<>();
    private final byte[] id;
    private boolean active = true;
    private boolean prepared;

    private CoreTwoPhase(DecisionLog log) {
        this.log = log;
        this.id = log.newId();
        this.global = new BranchId(id, new byte[0]).global();
    }

    static CoreTwoPhase begin(List<Engine> engines) {
        for (Engine engine : engines) {
            XaBranches.require(CoreEngine.of(engine));
        }
        CoreTwoPhase begun = begin();
        try {
            for (Engine engine : engines) {
                begun.join(CoreEngine.of(engine));
            }
            return begun;
        } catch (RuntimeException e) {
            begun.close();
            throw e;
        }
    }

    /** Begins without any engine; they {@linkplain #join join} later. */
    public static CoreTwoPhase begin() {
        return new CoreTwoPhase(DecisionLog.open());
    }

    /**
     * Makes an engine a part of this transaction, unless it is one.
     *
     * @return the connection of this transaction to the engine
     * @throws TransactionStateException ALU-0225 where the engine can't prepare durably; ALU-0220 after the end
     */
    public CoreConnection join(CoreEngine engine) {
        CoreConnection known = connections.get(engine);
        if (known != null) {
            return known;
        }
        if (!active || prepared) {
            throw Transactions.notActive("join", prepared ? "prepared" : "ended");
        }
        XaBranches.require(engine);
        CoreConnection connection = engine.connectLocally();
        connections.put(engine, connection);
        byte[] branch = {(byte) (branches.size() + 1)};
        branches.add(XaBranches.begin(connection.channel(), new BranchId(id, branch)));
        return connection;
    }

    /** The first phase: all branches vote. What follows is commit, which records the decision first, or rollback. */
    public void prepare() {
        if (!active || prepared) {
            throw Transactions.notActive("prepare", prepared ? "prepared" : "ended");
        }
        try {
            branches.forEach(XaTransaction::prepare);
            prepared = true;
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /** Finishes what an earlier process left prepared: committed where the decision was recorded, else rolled back. */
    static void recover(List<Engine> engines) {
        DecisionLog log = DecisionLog.open();
        for (Engine engine : engines) {
            CoreEngine core = CoreEngine.of(engine);
            for (String id : XaBranches.inDoubt(core)) {
                String global = BranchId.parse(id).global();
                if (log.isForRecovery(global)) {
                    XaBranches.finish(core, id, log.isDecided(global));
                }
            }
        }
    }

    @Override
    public Connection on(Engine engine) {
        CoreConnection connection = connections.get(engine.current());
        if (connection == null) {
            throw new ArgumentException(
                    "ALU-0229",
                    "the engine has no part in this transaction; where: " + engine.name() + ", not among " + names()
                            + "; what to do: name it in TwoPhase.begin(...)");
        }
        return connection;
    }

    @Override
    public void commit() {
        if (!active) {
            throw Transactions.notActive("commit", "ended");
        }
        if (branches.isEmpty()) {
            close();
            return;
        }
        if (branches.size() == 1 && !prepared) {
            branches.get(0).commit();
            close();
            return;
        }
        if (!prepared) {
            prepare();
        }
        try {
            log.decided(global, names());
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
        commitPrepared();
    }

    private void commitPrepared() {
        AludelException failure = null;
        for (XaTransaction branch : branches) {
            try {
                branch.commit();
            } catch (AludelException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure == null) {
            log.forget(global);
        }
        close();
        if (failure != null) {
            throw new TransactionStateException(
                    "ALU-0245",
                    "the transaction is decided and commits, but an engine could not be told; where: " + global
                            + " on " + names()
                            + "; what to do: call TwoPhase.recover(...) with these engines when all can be reached",
                    failure);
        }
    }

    private void undo(RuntimeException cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void rollback() {
        close();
    }

    @Override
    public void close() {
        if (!active) {
            return;
        }
        active = false;
        RuntimeException failure = null;
        for (CoreConnection connection : connections.values()) {
            try {
                connection.close(); // rolls back what is still open
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        log.ended(global);
        if (failure != null) {
            throw failure;
        }
    }

    private String names() {
        return connections.keySet().stream().map(Engine::name).collect(Collectors.joining(", "));
    }
}
