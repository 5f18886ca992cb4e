package org.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.sql.Capability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The site has a page for each dialect, with what its database can do as the code says it. {@code
 * -Daludel.dialects.write=true} writes the pages anew.
 */
@Tag("DIA-16")
class DialectPagesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("aludel.build.root", "../..")).resolve("src/site/markdown/dialects");

    private static List<DialectProvider> providers() {
        return ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing((DialectProvider provider) -> name(provider)))
                .toList();
    }

    private static String name(DialectProvider provider) {
        return provider.names().get(0);
    }

    @Test
    void eachDialectHasAPageOfItsCapabilities() throws IOException {
        TreeMap<String, String> pages = new TreeMap<>();
        for (DialectProvider provider : providers()) {
            pages.put(name(provider) + ".md", page(provider));
        }
        pages.put("index.md", index());
        if (Boolean.getBoolean("aludel.dialects.write")) {
            Files.createDirectories(FOLDER);
            for (var page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(pages).hasSizeGreaterThan(10);
        for (var page : pages.entrySet()) {
            assertThat(FOLDER.resolve(page.getKey()))
                    .as("write it anew with -Daludel.dialects.write=true")
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    private static String page(DialectProvider provider) {
        CoreDialect dialect = provider.dialect();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(name(provider)).append("\n\n");
        page.append("Generated from the code; see the [list of dialects](index.html).\n\n");
        page.append("| | |\n|---|---|\n");
        page.append("| names in URLs | `")
                .append(String.join("`, `", provider.names()))
                .append("` |\n");
        page.append("| form of URLs | `")
                .append(provider.urlForm().replace("|", "\\|"))
                .append("` |\n");
        page.append("| package | `")
                .append(provider.getClass().getPackageName())
                .append("` |\n");
        page.append("| parameters in a statement, at most | ")
                .append(dialect.maxParameters())
                .append(" |\n");
        page.append("| length of a name, at most | ")
                .append(dialect.maxIdentifierLength())
                .append(" |\n");
        page.append("| two-phase transactions | ")
                .append(dialect.twoPhase().name().toLowerCase(Locale.ROOT))
                .append(" |\n\n");
        page.append("What the database can do, at the version that is taken where none is known:\n\n");
        page.append("| capability | |\n|---|---|\n");
        for (Capability capability : Capability.values()) {
            page.append("| `")
                    .append(capability)
                    .append("` | ")
                    .append(dialect.supports(capability) ? "yes" : "no")
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String index() {
        StringBuilder page = new StringBuilder();
        page.append("# Dialects\n\nGenerated from the code. ")
                .append(
                        "A dialect of your own is a few small classes: extend `CoreDialect`, name a `DialectProvider` in ")
                .append("`META-INF/services`, and run the suite of `aludel-compliance` by extending ")
                .append("`DialectCompliance`.\n\n");
        page.append("| dialect | URLs | capabilities |\n|---|---|---|\n");
        for (DialectProvider provider : providers()) {
            long can = List.of(Capability.values()).stream()
                    .filter(provider.dialect()::supports)
                    .count();
            page.append("| [")
                    .append(name(provider))
                    .append("](")
                    .append(name(provider))
                    .append(".html) | `")
                    .append(provider.urlForm().replace("|", "\\|"))
                    .append("` | ")
                    .append(can)
                    .append(" of ")
                    .append(Capability.values().length)
                    .append(" |\n");
        }
        return page.toString();
    }
}
