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

/** One transaction over several engines, with a durable decision between the phases. */
final class CoreTwoPhase implements TwoPhase {

    private final DecisionLog log;
    private final String global;
    private final Map<Engine, CoreConnection> connections = new LinkedHashMap<>();
    private final List<XaTransaction> branches = new ArrayList<>();
    private boolean active = true;

    private CoreTwoPhase(DecisionLog log, byte[] id) {
        this.log = log;
        this.global = new BranchId(id, new byte[0]).global();
    }

    static CoreTwoPhase begin(List<Engine> engines) {
        for (Engine engine : engines) {
            XaBranches.require(CoreEngine.of(engine));
        }
        DecisionLog log = DecisionLog.open();
        byte[] id = log.newId();
        CoreTwoPhase begun = new CoreTwoPhase(log, id);
        try {
            for (Engine engine : engines) {
                begun.join(CoreEngine.of(engine), id);
            }
            return begun;
        } catch (RuntimeException e) {
            begun.close();
            throw e;
        }
    }

    private void join(CoreEngine engine, byte[] id) {
        CoreConnection connection = engine.connectLocally();
        if (connections.putIfAbsent(engine, connection) != null) {
            connection.close();
            return;
        }
        byte[] branch = {(byte) (branches.size() + 1)};
        branches.add(XaBranches.begin(connection.channel(), new BranchId(id, branch)));
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
        if (branches.size() == 1) {
            branches.get(0).commit();
            close();
            return;
        }
        try {
            branches.forEach(XaTransaction::prepare);
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
