package org.aludel.itests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of cases.
 *
 * @param cases in the order of the files
 * @param schemas descriptions of the tables that cases use, by name
 */
record Corpus(List<CorpusCase> cases, Map<String, @Nullable Object> schemas) {

    private static final String TREES = "-ast.jsonl";

    /** Reads each {@code x.jsonl} that has its {@code x-ast.jsonl} beside it, and {@code schemas.json}. */
    static Corpus read(Path folder) {
        List<CorpusCase> cases = new ArrayList<>();
        for (Path trees : trees(folder)) {
            String name = trees.getFileName().toString().replace(TREES, ".jsonl");
            cases.addAll(cases(folder.resolve(name), trees));
        }
        return new Corpus(List.copyOf(cases), JsonFiles.object(JsonFiles.read(folder.resolve("schemas.json"))));
    }

    private static List<Path> trees(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(TREES))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<CorpusCase> cases(Path file, Path trees) {
        Map<Object, List<Map<String, @Nullable Object>>> bodies = new HashMap<>();
        for (Map<String, @Nullable Object> tree : JsonFiles.lines(trees)) {
            bodies.put(String.valueOf(tree.get("id")), (List<Map<String, @Nullable Object>>)
                    (List<?>) JsonFiles.list(tree.get("body")));
        }
        List<CorpusCase> cases = new ArrayList<>();
        for (Map<String, @Nullable Object> fields : JsonFiles.lines(file)) {
            List<Map<String, @Nullable Object>> body = bodies.get(String.valueOf(fields.get("id")));
            if (body != null) {
                cases.add(new CorpusCase(fields, body));
            }
        }
        return cases;
    }
}
