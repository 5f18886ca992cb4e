package org.aludel.compliance;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Firebird. */
@Tag("DIA-08")
final class FirebirdComplianceTest extends DialectCompliance {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    protected String url() {
        return FIREBIRD.database().aludelUrl();
    }
}
