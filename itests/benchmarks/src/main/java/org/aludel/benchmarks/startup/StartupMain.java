package org.aludel.benchmarks.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program whose start is measured: opens a pool, reads one object, says so, and stops at once. */
public final class StartupMain {
    private StartupMain() {}

    /**
     * Starts.
     *
     * @param args name of the {@link Startup} class, JDBC URL, user and password
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[1]);
        config.setUsername(args[2]);
        config.setPassword(args[3]);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        Startup startup = Class.forName(args[0])
                .asSubclass(Startup.class)
                .getDeclaredConstructor()
                .newInstance();
        int length = startup.first(new HikariDataSource(config));
        System.out.println(StartupRun.RESULT + length);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
