package org.aludel.databases.streaming;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streaming on MariaDB. */
final class MariaDbStreamingTest extends StreamingContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }

    @Override
    boolean streamsAlone() {
        return true;
    }

    /** Division by zero gives NULL here; a subquery of many rows is an error. */
    @Override
    String failingQuery() {
        return "SELECT CASE WHEN id < 1500 THEN id ELSE (SELECT n.id FROM numbers n WHERE n.id > numbers.id - 9) END"
                + " FROM numbers";
    }
}
