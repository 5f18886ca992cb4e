package org.aludel.compliance;

import java.util.Map;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Firebird. */
@Tag("DIA-09")
final class FirebirdComplianceTest extends DialectCompliance {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    protected String url() {
        return FIREBIRD.database().aludelUrl();
    }

    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            // Firebird 3: decimals of 18 digits, moments to a ten-thousandth of a second, UNION alone, no frames
            case EXACT_NUMERICS,
                    FRACTIONAL_TIME,
                    MICROSECONDS,
                    INTERSECT,
                    EXCEPT,
                    WINDOW_FRAMES,
                    STORED_COMPUTED_COLUMNS,
                    FRACTIONAL_AVERAGES,
                    MULTI_ROW_UPDATE_RETURNING,
                    SHARED_LOCKS -> false;
            default -> super.meets(requirement);
        };
    }

    @Override
    protected Map<String, String> departures() {
        String reason = "before version 4 a sequence takes a step before it gives its first value";
        return Map.of(
                "Definitions.sequencesCount", reason, "Definitions.aColumnTakesItsValueFromASequence", reason);
    }
}
