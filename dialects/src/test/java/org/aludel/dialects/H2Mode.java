package org.aludel.dialects;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Node;

/** H2 in the mode of another database: runs the part of that database's SQL that H2 knows. */
public final class H2Mode implements AutoCloseable {

    private final Connection connection;
    private final CoreDialect dialect;

    public H2Mode(String mode, CoreDialect dialect) throws SQLException {
        this.connection =
                DriverManager.getConnection("jdbc:h2:mem:;MODE=" + mode + ";DATABASE_TO_UPPER=TRUE", "sa", "");
        this.dialect = dialect;
    }

    /** Runs what changes something. */
    public int run(Node statement) throws SQLException {
        try (PreparedStatement prepared = prepared(statement)) {
            return prepared.executeUpdate();
        }
    }

    /** The rows of a query, each as text with commas. */
    public List<String> rows(Node query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement prepared = prepared(query);
                ResultSet cursor = prepared.executeQuery()) {
            int columns = cursor.getMetaData().getColumnCount();
            while (cursor.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(cursor.getString(i));
                }
                rows.add(String.join(", ", row));
            }
        }
        return rows;
    }

    private PreparedStatement prepared(Node statement) throws SQLException {
        CompiledSql compiled = dialect.compile(statement);
        PreparedStatement prepared = connection.prepareStatement(compiled.sql());
        List<?> values = compiled.parameters();
        for (int i = 0; i < values.size(); i++) {
            prepared.setObject(i + 1, values.get(i));
        }
        return prepared;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
