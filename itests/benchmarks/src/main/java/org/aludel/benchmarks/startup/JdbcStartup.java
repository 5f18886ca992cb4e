package org.aludel.benchmarks.startup;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/** Plain JDBC, which has no classes to make ready. */
public final class JdbcStartup implements Startup {

    private record PlainItem(int id, String name, BigDecimal amount, LocalDateTime created, boolean active) {}

    @Override
    public String peer() {
        return "jdbc";
    }

    @Override
    public int first(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, name, amount, created, active FROM item20 WHERE id = ?")) {
            select.setInt(1, 1);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                PlainItem item = new PlainItem(
                        row.getInt(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getObject(4, LocalDateTime.class),
                        row.getBoolean(5));
                return item.name().length();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
