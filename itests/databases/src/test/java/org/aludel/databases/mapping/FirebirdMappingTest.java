package org.aludel.databases.mapping;

import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("DIA-09")
class FirebirdMappingTest extends MappingSuite {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    Engine createEngine() {
        return Engine.create(FIREBIRD.database().aludelUrl());
    }
}
