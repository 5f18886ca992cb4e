package org.aludel.benchmarks.statements;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The same by plain JDBC on the same connection. */
final class JdbcExecute implements Subject {

    private final AludelExecute aludel = new AludelExecute();
    private final Connection jdbc = aludel.connection().unwrap(Connection.class);

    @Override
    public long run() throws SQLException {
        try (PreparedStatement statement = jdbc.prepareStatement("SELECT users.name FROM users WHERE users.id = ?")) {
            statement.setInt(1, 1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1).length() : 0;
            }
        }
    }

    @Override
    public void close() {
        aludel.close();
    }
}
