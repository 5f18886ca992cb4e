package org.aludel.databases.twophase;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two-phase transactions on MariaDB. */
@Tag("DIA-02")
final class MariaDbTwoPhaseTest extends TwoPhaseContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    Engine open() {
        return Engine.create(MARIADB.database().aludelUrl());
    }
}
