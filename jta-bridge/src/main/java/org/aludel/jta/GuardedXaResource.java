package org.aludel.jta;

import java.util.function.BooleanSupplier;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * The XA resource of a pooled connection as the transaction manager sees it.
 *
 * <p>Three things differ from the driver's own. {@link #isSameRM} is identity, because MariaDB and MySQL claim to be the
 * same resource and then refuse the join. Before {@code prepare} and one-phase {@code commit} a guard asks whether the
 * database has already given the transaction up: PostgreSQL answers both with success and keeps nothing. And the
 * connection learns when its branch starts and ends.
 */
public class GuardedXaResource implements XAResource {

    /** What happens to the connection at the borders of a branch. */
    public interface Branch {
        void starting() throws XAException;

        void ended() throws XAException;
    }

    private final XAResource driver;
    private final Branch branch;
    private final BooleanSupplier failed;

    /**
     * @param driver the driver's resource
     * @param branch told of start and end
     * @param failed true if the database has given the transaction up, so that a commit would keep nothing
     */
    public GuardedXaResource(XAResource driver, Branch branch, BooleanSupplier failed) {
        this.driver = driver;
        this.branch = branch;
        this.failed = failed;
    }

    /** The driver's resource. */
    public XAResource driverResource() {
        return driver;
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        // First, because drivers let nobody touch autocommit once the branch has started.
        branch.starting();
        driver.start(xid, flags);
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        try {
            driver.end(xid, flags);
        } finally {
            branch.ended();
        }
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        if (failed.getAsBoolean()) {
            driver.rollback(xid);
            throw votedRollback();
        }
        return driver.prepare(xid);
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        if (onePhase && failed.getAsBoolean()) {
            driver.rollback(xid);
            throw votedRollback();
        }
        driver.commit(xid, onePhase);
    }

    private static XAException votedRollback() {
        XAException vote = new XAException(
                "ALU-0802 a statement failed in this transaction and the database has given it up; it is rolled back");
        vote.errorCode = XAException.XA_RBROLLBACK;
        return vote;
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        driver.rollback(xid);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        driver.forget(xid);
    }

    @Override
    public Xid[] recover(int flag) throws XAException {
        return driver.recover(flag);
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() throws XAException {
        return driver.getTransactionTimeout();
    }

    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        return driver.setTransactionTimeout(seconds);
    }
}
