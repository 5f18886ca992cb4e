package org.aludel.acceptance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The Chinook files, which do not come with the project: tests that need them are skipped where they are absent. */
final class Chinook {

    /** Tables in the order in which they can be read by a human; all of the model. */
    static final List<String> TABLES = List.of(
            "genre",
            "media_type",
            "artist",
            "album",
            "track",
            "employee",
            "customer",
            "invoice",
            "invoice_line",
            "playlist",
            "playlist_track");

    private Chinook() {}

    /** The file named by {@code -Dchinook}, else the one in the folder beside the project. */
    static Path json() {
        String named = System.getProperty("chinook", "");
        Path file = named.isBlank()
                ? Path.of(System.getProperty("aludel.build.root", "../.."))
                        .resolve("../shared/data/chinook/ChinookData.json")
                : Path.of(named);
        assumeThat(file)
                .as("the Chinook file; name it by -Dchinook=<path of ChinookData.json>")
                .exists();
        return file.toAbsolutePath().normalize();
    }

    /** Runs the SQL dump as it is, but for the commands that choose the database: that is the connection's. */
    static void runDump(Connection connection) throws IOException, SQLException {
        Path dump = json().resolveSibling("Chinook_PostgreSql.sql");
        assumeThat(dump).as("the SQL dump beside the JSON file").exists();
        String script = Files.readAllLines(dump).stream()
                .filter(line -> !line.startsWith("\\c ")
                        && !line.startsWith("DROP DATABASE")
                        && !line.startsWith("CREATE DATABASE"))
                .collect(Collectors.joining("\n"));
        try (Statement statement = connection.createStatement()) {
            // The driver takes a script apart itself, by PostgreSQL's own rules.
            statement.execute(script);
        }
    }
}
