package org.aludel.databases.query;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbQueryTest extends QuerySuite {

    @RegisterExtension
    static final DatabaseExtension SERVER = Databases.mariadb().extension();

    @Override
    Engine createEngine() {
        return Engine.create(SERVER.database().aludelUrl());
    }
}
