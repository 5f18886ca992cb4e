package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.Secrets;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/** Opens connections through a driver: one named by its class, else the one that DriverManager finds for the URL. */
public final class JdbcOpener implements ConnectionOpener {

    private final ConnectArguments arguments;
    private final Secrets secrets;
    private final @Nullable Driver driver;

    /**
     * Finds the driver.
     *
     * @throws ArgumentException ALU-0203 if it is not on the class path
     */
    public JdbcOpener(ConnectArguments arguments) {
        this.arguments = arguments;
        this.secrets = Secrets.of(arguments);
        this.driver = arguments.driverClass() == null ? null : load(arguments.driverClass(), arguments);
    }

    /** The driver that is named by its class; null where DriverManager finds it. */
    public @Nullable Driver driver() {
        return driver;
    }

    @Override
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(arguments.properties());
        try {
            return open(properties);
        } catch (SQLException e) {
            throw secrets.redact(e);
        }
    }

    private Connection open(Properties properties) throws SQLException {
        if (driver == null) {
            return DriverManager.getConnection(arguments.jdbcUrl(), properties);
        }
        Connection connection = driver.connect(arguments.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException(
                    "the driver " + driver.getClass().getName() + " does not take " + arguments, "08001");
        }
        return connection;
    }

    private static Driver load(String className, ConnectArguments arguments) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassNotFoundException missing = null;
        for (ClassLoader loader : new ClassLoader[] {context, JdbcOpener.class.getClassLoader()}) {
            if (loader == null) {
                continue;
            }
            try {
                return (Driver) Class.forName(className, true, loader)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ClassNotFoundException e) {
                missing = e;
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw unusable(className, arguments, e);
            }
        }
        throw unusable(className, arguments, missing);
    }

    private static ArgumentException unusable(String className, ConnectArguments arguments, @Nullable Exception cause) {
        return new ArgumentException(
                "ALU-0203",
                "the JDBC driver " + className + " is not on the class path, or can't be made; where: " + arguments
                        + "; what to do: add the driver's jar as a dependency",
                cause);
    }
}
