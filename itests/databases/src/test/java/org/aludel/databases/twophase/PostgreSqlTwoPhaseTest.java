package org.aludel.databases.twophase;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two-phase transactions on PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlTwoPhaseTest extends TwoPhaseContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    Engine open() {
        return Engine.create(POSTGRESQL.database().aludelUrl());
    }
}
