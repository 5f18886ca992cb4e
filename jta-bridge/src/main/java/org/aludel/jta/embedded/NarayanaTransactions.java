package org.aludel.jta.embedded;

import com.arjuna.ats.arjuna.common.CoordinatorEnvironmentBean;
import com.arjuna.ats.arjuna.common.CoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.arjuna.common.recoveryPropertyManager;
import com.arjuna.ats.arjuna.recovery.RecoveryManager;
import com.arjuna.ats.internal.arjuna.recovery.AtomicActionRecoveryModule;
import com.arjuna.ats.internal.jta.recovery.arjunacore.JTAActionStatusServiceXAResourceOrphanFilter;
import com.arjuna.ats.internal.jta.recovery.arjunacore.JTANodeNameXAResourceOrphanFilter;
import com.arjuna.ats.internal.jta.recovery.arjunacore.JTATransactionLogXAResourceOrphanFilter;
import com.arjuna.ats.internal.jta.recovery.arjunacore.XARecoveryModule;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.jta.common.JTAEnvironmentBean;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.ats.jta.recovery.XAResourceRecoveryHelper;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.errors.ArgumentException;
import org.aludel.jta.JtaPlatform;
import org.jspecify.annotations.Nullable;

/**
 * Narayana in this JVM: a transaction manager with a durable log, and recovery of what a crash left behind.
 *
 * <p>Narayana is one per JVM by its nature, and so is this: starting it again with the same settings returns the running
 * one. The node name must be stable from run to run and unique among all managers that work on the same databases; the
 * directory must survive a restart. Recovery of a resource is registered when its pool is made, before the first scan.
 *
 * <pre>{@code
 * NarayanaTransactions transactions = NarayanaTransactions.start("shop-1", Path.of("/var/lib/shop/transactions"));
 * transactions.manager().begin();
 * }</pre>
 *
 * @since 0.1
 */
public final class NarayanaTransactions {

    /** Narayana puts the node name into every Xid; there are 28 bytes for it. */
    private static final int NODE_NAME_LIMIT = 28;

    private static final ReentrantLock STARTING = new ReentrantLock();
    private static @Nullable NarayanaTransactions running;

    private final String nodeName;
    private final Path directory;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final RecoveryManager recovery;
    private final XARecoveryModule recoveryModule;
    private boolean recoveryThreadStarted;

    private NarayanaTransactions(String nodeName, Path directory) {
        this.nodeName = nodeName;
        this.directory = directory;
        configure(nodeName, directory);
        this.manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
        this.registry = new TransactionSynchronizationRegistryImple();
        this.recovery = RecoveryManager.manager(RecoveryManager.DIRECT_MANAGEMENT);
        this.recoveryModule = recovery.getModules().stream()
                .filter(XARecoveryModule.class::isInstance)
                .map(XARecoveryModule.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Narayana runs without its XA recovery module"));
    }

    /** Starts with the settings {@code aludel.jta.node} and {@code aludel.jta.directory}, or their defaults. */
    public static NarayanaTransactions start() {
        return start(
                System.getProperty("aludel.jta.node", defaultNodeName()),
                Path.of(System.getProperty("aludel.jta.directory", "aludel-transactions")));
    }

    /**
     * Starts the manager, or returns the running one.
     *
     * @param nodeName stable and unique, at most 28 bytes
     * @param directory where the transaction log lives
     * @throws ArgumentException ALU-0803 if it runs with other settings already, ALU-0804 for a name that is too long
     */
    public static NarayanaTransactions start(String nodeName, Path directory) {
        if (nodeName.isEmpty() || nodeName.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > NODE_NAME_LIMIT) {
            throw new ArgumentException(
                    "ALU-0804",
                    "node name '" + nodeName + "' is empty or longer than " + NODE_NAME_LIMIT
                            + " bytes; where: aludel.jta.node; what to do: give a shorter one, unique for this node");
        }
        Path absolute = directory.toAbsolutePath().normalize();
        STARTING.lock();
        try {
            NarayanaTransactions present = running;
            if (present == null) {
                present = new NarayanaTransactions(nodeName, absolute);
                running = present;
            } else if (!present.nodeName.equals(nodeName) || !present.directory.equals(absolute)) {
                throw new ArgumentException(
                        "ALU-0803",
                        "the embedded transaction manager runs already as node '" + present.nodeName + "' on "
                                + present.directory + "; where: start of node '" + nodeName + "' on " + absolute
                                + "; what to do: use one node and one directory in a JVM");
            }
            return present;
        } finally {
            STARTING.unlock();
        }
    }

    /** A name made from the host name: stable, and unique as long as each host runs one node. */
    public static String defaultNodeName() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            // A machine that cannot resolve its own name still needs a stable one.
            host = "localhost";
        }
        return "aludel-" + Integer.toHexString(host.hashCode());
    }

    private static void configure(String nodeName, Path directory) {
        String store = directory.toString();
        CoreEnvironmentBean core = arjPropertyManager.getCoreEnvironmentBean();
        try {
            core.setNodeIdentifier(nodeName);
        } catch (CoreEnvironmentBeanException refused) {
            throw new ArgumentException("ALU-0804", "node name '" + nodeName + "' is refused by Narayana", refused);
        }
        for (String name : new String[] {"default", "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, name.equals("default") ? null : name)
                    .setObjectStoreDir(store);
        }
        CoordinatorEnvironmentBean coordinator = arjPropertyManager.getCoordinatorEnvironmentBean();
        coordinator.setTransactionStatusManagerEnable(false);
        RecoveryEnvironmentBean recoveryBean = recoveryPropertyManager.getRecoveryEnvironmentBean();
        recoveryBean.setRecoveryModuleClassNames(
                List.of(AtomicActionRecoveryModule.class.getName(), XARecoveryModule.class.getName()));
        recoveryBean.setRecoveryListener(false);
        JTAEnvironmentBean jta = jtaPropertyManager.getJTAEnvironmentBean();
        jta.setXaRecoveryNodes(List.of(nodeName));
        jta.setXaResourceOrphanFilterClassNames(List.of(
                JTATransactionLogXAResourceOrphanFilter.class.getName(),
                JTANodeNameXAResourceOrphanFilter.class.getName(),
                JTAActionStatusServiceXAResourceOrphanFilter.class.getName()));
    }

    public TransactionManager manager() {
        return manager;
    }

    public TransactionSynchronizationRegistry registry() {
        return registry;
    }

    /** The platform that engines and sessions are bound to. */
    public JtaPlatform platform() {
        return JtaPlatform.of(registry, manager);
    }

    /** The name of this node, part of every transaction's id. */
    public String nodeName() {
        return nodeName;
    }

    /** Makes the branches of a resource known to recovery; called by a pool before its first connection is used. */
    void recover(XAResourceRecoveryHelper helper) {
        recoveryModule.addXAResourceRecoveryHelper(helper);
    }

    /** Forgets a resource whose pool is closed. */
    void forget(XAResourceRecoveryHelper helper) {
        recoveryModule.removeXAResourceRecoveryHelper(helper);
    }

    /** Runs one recovery scan now: finishes what a crash left between prepare and commit. */
    public void scan() {
        recovery.scan();
    }

    /** Starts the periodic scan in a background thread; call it once all engines are there. */
    public void startRecovery() {
        STARTING.lock();
        try {
            if (!recoveryThreadStarted) {
                recovery.startRecoveryManagerThread();
                recoveryThreadStarted = true;
            }
        } finally {
            STARTING.unlock();
        }
    }
}
