package org.aludel.databases.streaming;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streaming on PostgreSql. */
final class PostgreSqlStreamingTest extends StreamingContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }

    @Override
    boolean holdsTransaction() {
        return true;
    }
}
