package org.aludel.databases.streaming;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streaming on Firebird. */
final class FirebirdStreamingTest extends StreamingContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    String url() {
        return FIREBIRD.database().aludelUrl();
    }

    @Override
    boolean holdsTransaction() {
        return true;
    }
}
