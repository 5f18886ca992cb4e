package org.aludel.cdi.internal;

import java.nio.file.Path;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.aludel.core.engine.CoreEngineBuilder;
import org.aludel.engine.Engine;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.jta.JtaEngines;
import org.aludel.jta.JtaPlatform;
import org.aludel.jta.JtaTransactions;
import org.aludel.jta.embedded.EmbeddedEngines;
import org.aludel.jta.embedded.NarayanaTransactions;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.internal.session.DefaultSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Container transactions, where there are any: the server's, or the embedded manager's if its jars are there. The only
 * class besides {@link TransactionBinding} that names the bridge, which may be absent.
 */
final class JtaSupport {

    private final JtaPlatform platform;
    private final @Nullable NarayanaTransactions embedded;
    private final TransactionBinding binding;

    private JtaSupport(JtaPlatform platform, @Nullable NarayanaTransactions embedded) {
        this.platform = platform;
        this.embedded = embedded;
        this.binding = new TransactionBinding(platform);
    }

    /**
     * Finds out which transactions there are; {@code aludel.jta=none} switches them off.
     *
     * @return null for local transactions
     */
    static @Nullable JtaSupport find(Settings settings, Mistakes mistakes) {
        String wish = settings.get("jta");
        if ("none".equals(wish)
                || !present("jakarta.transaction.Synchronization")
                || !present("org.aludel.jta.JtaPlatform")) {
            return null;
        }
        try {
            return Finder.find(settings, mistakes);
        } catch (AludelException unusable) {
            mistakes.add("transactions", unusable);
            return null;
        }
    }

    /** Apart, so that the bridge's classes are loaded only when they are there. */
    private static final class Finder {
        static @Nullable JtaSupport find(Settings settings, Mistakes mistakes) {
            JtaPlatform server = JtaPlatform.findInJndi();
            if (server != null) {
                return new JtaSupport(server, null);
            }
            if (present("com.arjuna.ats.jta.TransactionManager") && present("io.agroal.api.AgroalDataSource")) {
                String node = settings.get("jta.node");
                String directory = settings.get("jta.directory");
                NarayanaTransactions started = node == null && directory == null
                        ? NarayanaTransactions.start()
                        : NarayanaTransactions.start(
                                node == null ? NarayanaTransactions.defaultNodeName() : node,
                                Path.of(directory == null ? "aludel-transactions" : directory));
                return new JtaSupport(started.platform(), started);
            }
            return null;
        }
    }

    private static boolean present(String className) {
        try {
            Class.forName(className, false, JtaSupport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    TransactionBinding binding() {
        return binding;
    }

    SessionSource.SessionOpener opener(SessionFactory factory) {
        JtaTransactions transactions = new JtaTransactions(platform);
        return () -> ((DefaultSessionFactory) factory).open(transactions);
    }

    /** An engine whose connections take part in the transactions. */
    Engine engine(Map<String, String> properties) {
        String dataSource = properties.get("datasource");
        if (dataSource != null) {
            return onDataSource(dataSource, properties);
        }
        NarayanaTransactions manager = embedded;
        if (manager == null) {
            throw new ArgumentException(
                    "ALU-0908",
                    "in a server an engine stands on the server's DataSource, so that its connections take part in"
                            + " container transactions; where: engine " + properties.get("name") + ", url "
                            + "of the settings; what to do: set aludel.datasource to a JNDI name, or aludel.jta=none for"
                            + " local transactions");
        }
        String name = String.valueOf(properties.get("name"));
        return EmbeddedEngines.create((CoreEngineBuilder) Engine.builder(properties), "aludel-" + name, manager);
    }

    private Engine onDataSource(String jndiName, Map<String, String> properties) {
        DataSource dataSource;
        try {
            dataSource = (DataSource) new InitialContext().lookup(jndiName);
        } catch (NamingException | ClassCastException unknown) {
            throw new ArgumentException(
                    "ALU-0909",
                    "there is no DataSource; where: JNDI name " + jndiName + ", engine " + properties.get("name")
                            + "; what to do: define it in the server, or correct aludel.datasource",
                    unknown);
        }
        return JtaEngines.onDataSource((CoreEngineBuilder) Engine.builder(properties), dataSource, platform);
    }
}
