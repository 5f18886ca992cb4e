package org.aludel.databases.mapping;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlMappingTest extends MappingSuite {

    @RegisterExtension
    static final DatabaseExtension SERVER = Databases.postgresql().extension();

    @Override
    Engine createEngine() {
        return Engine.create(SERVER.database().aludelUrl());
    }
}
