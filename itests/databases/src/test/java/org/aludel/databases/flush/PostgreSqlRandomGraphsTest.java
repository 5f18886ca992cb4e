package org.aludel.databases.flush;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlRandomGraphsTest extends RandomGraphs {

    @RegisterExtension
    static final DatabaseExtension SERVER = Databases.postgresql().extension();

    @Override
    Engine createEngine() {
        return Engine.create(SERVER.database().aludelUrl());
    }
}
