package org.aludel.databases.query;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.Engine;
import org.aludel.errors.CompileException;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("DIA-09")
class FirebirdQueryTest extends QuerySuite {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    Engine createEngine() {
        return Engine.create(FIREBIRD.database().aludelUrl());
    }

    /** Rows of a join can't be locked, and a plain FOR UPDATE would lock nothing: the dialect says so. */
    @Test
    @Override
    void locksRows() {
        assertThatThrownBy(super::locksRows)
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("FOR UPDATE of a select that joins");
    }
}
