package org.aludel.databases.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of recipes shows the code that is run here. */
@Tag("DOC-01")
class RecipesPageTest {

    private static final Path PAGE = Path.of("../../src/site/markdown/recipes.md");
    private static final Path SOURCES = Path.of("src/test/java/org/aludel/databases/recipes");

    @Test
    void everyBlockOfThePageIsPartOfARecipe() throws IOException {
        List<String> recipes;
        try (Stream<Path> files = Files.list(SOURCES)) {
            recipes = files.map(RecipesPageTest::folded).toList();
        }
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        int found = 0;
        while (blocks.find()) {
            String block = folded(blocks.group(1));
            assertThat(recipes).as(blocks.group(1)).anyMatch(recipe -> recipe.contains(block));
            found++;
        }
        assertThat(found).isGreaterThan(10);
    }

    private static String folded(Path file) {
        try {
            return folded(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
