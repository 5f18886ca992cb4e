package org.aludel.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.sql.Capability;

/**
 * The suite on a database that runs here. What came out is kept in a file of the folder {@code results}, from which the
 * site's table of databases is made; a run whose outcome differs fails. {@code -Daludel.compliance.write=true} writes the
 * files anew.
 */
abstract class RecordedCompliance extends DialectCompliance {

    private static final Path FOLDER = Path.of("results");

    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

    @Override
    protected org.aludel.engine.Engine createEngine() {
        org.aludel.engine.Engine engine = super.createEngine();
        // the first connection tells the version
        engine.connect().close();
        Arrays.stream(Capability.values()).filter(engine.dialect()::supports).forEach(capabilities::add);
        return engine;
    }

    @Override
    protected void finished(ComplianceResult result) {
        if (!result.failed().isEmpty()) {
            return;
        }
        String record = "passed = " + result.passed() + "\n"
                + "declared = " + names(capabilities) + "\n"
                + "checked = " + names(result.checked()) + "\n"
                + "lacking = " + names(result.lacking()) + "\n"
                + result.departures().stream()
                        .sorted()
                        .map(departure -> "skipped = " + departure + "\n")
                        .collect(Collectors.joining());
        Path file = FOLDER.resolve(result.database() + ".txt");
        try {
            if (Boolean.getBoolean("aludel.compliance.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, record);
            }
            assertThat(file)
                    .as("write it anew with -Daludel.compliance.write=true")
                    .content()
                    .isEqualTo(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <E extends Enum<E>> String names(Collection<E> values) {
        List<String> names = values.stream().sorted().map(Enum::name).toList();
        return String.join(", ", names);
    }
}
