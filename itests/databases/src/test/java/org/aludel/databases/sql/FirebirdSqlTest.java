package org.aludel.databases.sql;

import java.time.temporal.ChronoUnit;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements on Firebird. */
@Tag("DIA-09")
final class FirebirdSqlTest extends SqlContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    String url() {
        return FIREBIRD.database().aludelUrl();
    }

    @Override
    ChronoUnit leastTime() {
        return ChronoUnit.MILLIS;
    }
}
