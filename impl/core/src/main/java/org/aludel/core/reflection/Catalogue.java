package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Asks a database's catalogue, and says so when an answer can't be. */
public final class Catalogue {

    private Catalogue() {}

    /** Makes something of a row. */
    @FunctionalInterface
    public interface RowReading<T> {

        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }

    /** What is made of the rows of a query. */
    public static <T> List<T> query(
            Connection connection, RowReading<T> reading, String sql, @Nullable String... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
        }
        return found;
    }

    /** The first column of the first row; null if there is no row. */
    public static @Nullable String text(Connection connection, String sql, @Nullable String... values)
            throws SQLException {
        List<String[]> found = query(connection, row -> new String[] {row.getString(1)}, sql, values);
        return found.isEmpty() ? null : found.get(0)[0];
    }

    /** A whole number that may be null, and may be beyond the numbers of a {@code long}: null then too. */
    public static @Nullable Long number(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new java.math.BigDecimal(text.strip()).longValueExact();
        } catch (ArithmeticException e) {
            return null;
        } catch (NumberFormatException e) {
            throw nonsense("the number " + text, e);
        }
    }

    /** What must be there. */
    static String required(@Nullable String value, String what) {
        if (value == null || value.isEmpty()) {
            throw nonsense(what + " without a name", null);
        }
        return value;
    }

    /** The error for an answer that can't be. */
    static InvalidRequestException nonsense(String what, @Nullable Throwable cause) {
        return new InvalidRequestException(
                "ALU-0351",
                "what the driver tells of the catalogue makes no sense; where: " + what
                        + "; what to do: try another version of the driver, or define the table in the program",
                cause);
    }
}
