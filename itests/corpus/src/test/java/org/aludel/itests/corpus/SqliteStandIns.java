package org.aludel.itests.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.Collation;
import org.sqlite.Function;

/** Functions and collations that the cases name and SQLite lacks, as the recorder had them. */
final class SqliteStandIns {

    private static final List<String> FUNCTIONS = List.of(
            "foo", "bar", "ok", "f", "is_near", "gen", "greatest", "as_utc", "regexp", "ST_AsText", "ST_GeomFromText");
    private static final List<String> COLLATIONS = List.of("x", "C", "de_DE", "fr_FR", "latin1_swedish_ci");

    private SqliteStandIns() {}

    static void addTo(Connection connection) {
        try {
            Connection sqlite = connection.unwrap(org.sqlite.SQLiteConnection.class);
            for (String name : FUNCTIONS) {
                Function.create(sqlite, name, new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        result(args() == 0 ? 0 : value_int(0));
                    }
                });
            }
            for (String name : COLLATIONS) {
                Collation.create(sqlite, name, new Collation() {
                    @Override
                    protected int xCompare(String one, String other) {
                        return one.compareTo(other);
                    }
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
