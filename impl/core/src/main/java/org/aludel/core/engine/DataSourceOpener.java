package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aludel.engine.spi.ConnectionOpener;
import org.jspecify.annotations.Nullable;

/** Opens connections by a DataSource, as the user that it knows or as another. */
final class DataSourceOpener implements ConnectionOpener {

    private final DataSource source;
    private final @Nullable String user;
    private final @Nullable String password;

    DataSourceOpener(DataSource source, @Nullable String user, @Nullable String password) {
        this.source = source;
        this.user = user;
        this.password = password;
    }

    @Override
    public Connection open() throws SQLException {
        return user == null ? source.getConnection() : source.getConnection(user, password);
    }
}
