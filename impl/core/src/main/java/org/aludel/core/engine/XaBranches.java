package org.aludel.core.engine;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/** Begins, lists and ends branches of two-phase transactions, by the XA calls of the database's driver. */
final class XaBranches {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private XaBranches() {}

    /** Begins a transaction of one branch that nobody coordinates but the caller. */
    static XaTransaction begin(Channel channel) {
        return begin(channel, new BranchId(random(), new byte[] {1}));
    }

    static XaTransaction begin(Channel channel, BranchId id) {
        refuseOpen(channel);
        CoreEngine engine = channel.engine;
        XADataSource source = source(engine);
        XAConnection xa = null;
        try {
            xa = source.getXAConnection();
            XAResource resource = xa.getXAResource();
            Connection jdbc = xa.getConnection();
            engine.dialect().opened(jdbc);
            resource.start(id, XAResource.TMNOFLAGS);
            return XaTransaction.begun(channel, xa, resource, jdbc, id);
        } catch (SQLException e) {
            close(xa);
            throw engine.errors().sort(e, null, ParameterSets.NONE);
        } catch (XAException e) {
            close(xa);
            throw engine.errors().sort(asSql(e), null, ParameterSets.NONE);
        }
    }

    /** Refuses an engine whose database does not keep prepared transactions, before anything is opened. */
    static void require(CoreEngine engine) {
        source(engine);
    }

    static byte[] random() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void refuseOpen(Channel channel) {
        if (channel.scope() != null) {
            throw Transactions.controlled("beginTwoPhase", channel.scope());
        }
        if (channel.transactions.isOpen()) {
            throw Transactions.notActive("begin two-phase", "open already");
        }
    }

    /** Ids of our prepared branches. */
    static List<String> inDoubt(CoreEngine engine) {
        return onResource(engine, null, xa -> {
            Set<String> ids = new LinkedHashSet<>(engine.parkedBranches().ids());
            List<Xid> listed = new ArrayList<>();
            for (Xid xid : xa.getXAResource().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN)) {
                if (BranchId.isOurs(xid)) {
                    listed.add(xid);
                }
            }
            for (Xid xid : listed.isEmpty() ? listed : engine.dialect().inDoubt(xa, listed)) {
                ids.add(BranchId.of(xid).toString());
            }
            return List.copyOf(ids);
        });
    }

    /** Ends a prepared branch by the decision that was made on it. */
    static void finish(CoreEngine engine, String id, boolean commit) {
        BranchId branch = BranchId.parse(id);
        onResource(engine, engine.parkedBranches().take(id), xa -> {
            XAResource resource = xa.getXAResource();
            // Some drivers finish only branches that they have seen in a scan of this connection.
            resource.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
            if (commit) {
                resource.commit(branch, false);
                engine.wrote(null);
            } else {
                resource.rollback(branch);
            }
            return id;
        });
    }

    private interface Work<T> {
        T on(XAConnection xa) throws SQLException, XAException;
    }

    private static <T> T onResource(CoreEngine engine, @Nullable XAConnection parked, Work<T> work) {
        XAConnection xa = parked;
        try {
            if (xa == null) {
                xa = source(engine).getXAConnection();
            }
            return work.on(xa);
        } catch (SQLException e) {
            throw engine.errors().sort(e, null, ParameterSets.NONE);
        } catch (XAException e) {
            throw engine.errors().sort(asSql(e), null, ParameterSets.NONE);
        } finally {
            close(xa);
        }
    }

    private static XADataSource source(CoreEngine engine) {
        ConnectArguments arguments = engine.settings().connect();
        TwoPhaseSupport support = engine.dialect().twoPhase();
        boolean enough = support == TwoPhaseSupport.DURABLE
                || support == TwoPhaseSupport.VOLATILE && engine.settings().volatileTwoPhase();
        try {
            XADataSource source =
                    arguments == null || !enough ? null : engine.dialect().xaDataSource(arguments);
            if (source == null) {
                throw unsupported(engine, arguments == null);
            }
            return source;
        } catch (SQLException e) {
            throw engine.errors().sort(e, null, ParameterSets.NONE);
        }
    }

    private static TransactionStateException unsupported(CoreEngine engine, boolean onDataSource) {
        String what;
        String remedy;
        if (onDataSource) {
            what = "an engine on a DataSource can't begin two-phase transactions by itself";
            remedy = "build the engine from a URL, or use JTA";
        } else if (engine.dialect().twoPhase() == TwoPhaseSupport.VOLATILE) {
            what = engine.dialect().name() + " forgets prepared transactions when it goes down";
            remedy = "use another database, or accept the loss with volatileTwoPhase(true)";
        } else {
            what = engine.dialect().name() + " has no prepared transactions";
            remedy = "commit engines one after another and plan for a failure between, or use another database";
        }
        return new TransactionStateException(
                "ALU-0225", what + "; where: engine " + engine.name() + "; what to do: " + remedy);
    }

    static void close(@Nullable XAConnection xa) {
        if (xa != null) {
            try {
                xa.close();
            } catch (SQLException e) {
                // It is thrown away.
            }
        }
    }

    /** XA errors hide the driver's own in their cause, if at all. */
    static SQLException asSql(XAException e) {
        if (e.getCause() instanceof SQLException cause) {
            return cause;
        }
        String reason = e.getMessage() == null ? "" : ": " + e.getMessage();
        return new SQLException("XA error " + e.errorCode + reason, null, e.errorCode, e);
    }
}
