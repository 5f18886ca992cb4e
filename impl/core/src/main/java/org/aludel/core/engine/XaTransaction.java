package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.aludel.engine.Prepare;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.errors.DatabaseException;

/**
 * A branch in progress, as the root transaction of a channel. For its time the channel works on the branch's own
 * connection, while the pool's waits.
 */
final class XaTransaction extends TransactionControl.Root implements TwoPhaseTransaction {

    private final Channel channel;
    private final XAConnection xa;
    private final XAResource resource;
    private final Connection pooled;
    private final BranchId id;
    private boolean associated = true;
    private boolean prepared;
    private boolean readOnly;

    private XaTransaction(Channel channel, XAConnection xa, XAResource resource, Connection jdbc, BranchId id) {
        channel.transactions.super();
        this.channel = channel;
        this.xa = xa;
        this.resource = resource;
        this.id = id;
        this.pooled = channel.swap(jdbc);
    }

    static XaTransaction begun(Channel channel, XAConnection xa, XAResource resource, Connection jdbc, BranchId id) {
        XaTransaction transaction = new XaTransaction(channel, xa, resource, jdbc, id);
        channel.transactions.external(transaction);
        return transaction;
    }

    @Override
    public String id() {
        return id.toString();
    }

    @Override
    public void prepare() {
        channel.enter();
        try {
            if (prepared || !isActive()) {
                throw Transactions.notActive("prepare", prepared ? "prepared" : "ended");
            }
            refuseWorthless();
            channel.closeStreams();
            try {
                dissociate();
                readOnly = resource.prepare(id) == XAResource.XA_RDONLY;
                prepared = true;
            } catch (XAException e) {
                DatabaseException sorted = channel.failed(XaBranches.asSql(e), "PREPARE", ParameterSets.NONE);
                rollbackAfter(sorted);
                throw sorted;
            }
            if (channel.engine.events().isActive()) {
                channel.engine.events().fire(new Prepare(channel.engine, channel.owner(), id()));
            }
        } finally {
            channel.exit();
        }
    }

    @Override
    public boolean isPrepared() {
        return prepared;
    }

    @Override
    void commitJdbc() throws SQLException {
        try {
            dissociate();
            if (!readOnly) {
                resource.commit(id, !prepared);
            }
        } catch (XAException e) {
            throw XaBranches.asSql(e);
        }
    }

    @Override
    void rollbackJdbc() throws SQLException {
        try {
            dissociate();
            if (!readOnly) {
                resource.rollback(id);
            }
        } catch (XAException e) {
            throw XaBranches.asSql(e);
        }
    }

    private void dissociate() throws XAException {
        if (associated) {
            associated = false;
            resource.end(id, XAResource.TMSUCCESS);
        }
    }

    /** A branch that is prepared stays so, to be finished by its id. */
    @Override
    void abandon() {
        if (prepared && !readOnly && channel.engine.dialect().branchesNeedTheirConnection()) {
            channel.swap(pooled);
            channel.engine.parkedBranches().park(id, xa);
        } else {
            restore();
        }
    }

    @Override
    void restore() {
        channel.swap(pooled);
        XaBranches.close(xa);
    }
}
