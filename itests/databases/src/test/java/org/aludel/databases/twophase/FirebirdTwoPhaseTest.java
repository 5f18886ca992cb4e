package org.aludel.databases.twophase;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two-phase transactions on Firebird. */
@Tag("DIA-09")
final class FirebirdTwoPhaseTest extends TwoPhaseContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    Engine open() {
        return Engine.create(FIREBIRD.database().aludelUrl());
    }
}
