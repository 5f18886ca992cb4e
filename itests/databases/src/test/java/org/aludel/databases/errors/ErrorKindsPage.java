package org.aludel.databases.errors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of the site that says what each database does. */
final class ErrorKindsPage {

    private static final List<String> LINES = read();

    private ErrorKindsPage() {}

    private static List<String> read() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path page = up.resolve("src/site/markdown/error-kinds.md");
            if (Files.exists(page)) {
                try {
                    return Files.readAllLines(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("src/site/markdown/error-kinds.md is missing");
    }

    /** The row of a kind in a database's section; a remark in parentheses at its end is for readers. */
    static String row(String database, ErrorKind kind) {
        boolean inSection = false;
        for (String line : LINES) {
            if (line.startsWith("## ")) {
                inSection = line.equals("## " + database);
            } else if (inSection && line.startsWith("| " + kind.row + " |")) {
                return line.replaceFirst("\\([^)]*\\) \\|$", "|").replaceAll("\\| *(?=\\|)", "|  ");
            }
        }
        return "no row for " + kind + " of " + database;
    }
}
