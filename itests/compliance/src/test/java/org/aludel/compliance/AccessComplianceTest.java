package org.aludel.compliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An Access file, through UCanAccess. */
@Tag("DIA-13")
final class AccessComplianceTest extends RecordedCompliance {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Override
    protected String url() {
        return "access:///" + directory.resolve("compliance.accdb");
    }

    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            // texts are compared without case; a result starts at its first row; one connection writes a file
            case CASE_SENSITIVE_TEXT, OFFSET, ISOLATED_CONNECTIONS, FRACTIONAL_TIME, MICROSECONDS -> false;
            case STATEMENT_TIMEOUTS -> false;
            // the driver's metadata has keys in an order of its own
            case REFLECTED_KEYS, REFLECTED_CONSTRAINTS -> false;
            case STORED_COMPUTED_COLUMNS, VIRTUAL_COMPUTED_COLUMNS, FRACTIONAL_AVERAGES -> false;
            default -> super.meets(requirement);
        };
    }

    /** The driver can't remove the rows of a table whose referring tables are gone, not even to drop it. */
    @Override
    protected void drop(Engine engine, MetaData metadata) {
        List<Table> children = new ArrayList<>(metadata.sortedTables());
        Collections.reverse(children);
        for (Table table : children) {
            if (Inspector.of(engine).hasTable(table.name())) {
                engine.useTransaction(c -> c.execute(table.delete()));
            }
        }
        super.drop(engine, metadata);
    }

    @Override
    protected Map<String, String> departures() {
        String truth = "a YESNO is never null";
        String brackets = "the driver reads no quotes inside brackets";
        return Map.ofEntries(
                Map.entry(
                        "Definitions.aTableRefersToItself",
                        "the driver can't write to a table with a foreign key to itself"),
                Map.entry("TypeRoundTrips.booleans", truth),
                Map.entry("Conditions.booleans", truth),
                Map.entry("Extremes.longs", "the driver's numbers have 18 digits"),
                Map.entry("Operators.nothingPlusSomethingIsNothing", "the operator & takes null for an empty text"),
                Map.entry("Operators.division", "a parameter of a division is whole where the other side is"),
                Map.entry("Compounds.ordered", "TOP belongs to one SELECT"),
                Map.entry("HostileNames.quotesAndOthers", brackets),
                Map.entry(
                        "HostileTexts.asDefaultsOfColumns",
                        "the driver takes brackets and backquotes in a default for those of a name"),
                Map.entry("Reflecting.generatedKeysAreTold", "the driver does not tell which columns are counters"));
    }
}
