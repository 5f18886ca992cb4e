package org.aludel.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class H2LoadTest extends LoadSuite {

    @Override
    String url() {
        return "h2:///mem:acceptance";
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:acceptance", "sa", "");
    }
}
