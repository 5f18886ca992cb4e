package org.aludel.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlLoadTest extends LoadSuite {

    @RegisterExtension
    static final DatabaseExtension LOADED = Databases.postgresql().extension();

    @Override
    String url() {
        return LOADED.database().aludelUrl();
    }

    @Override
    Connection connect() throws SQLException {
        return LOADED.database().connect();
    }
}
