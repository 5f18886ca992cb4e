package org.aludel.databases.engine;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine on Firebird. */
@Tag("DIA-09")
final class FirebirdEngineTest extends EngineContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    String url() {
        return FIREBIRD.database().aludelUrl();
    }
}
