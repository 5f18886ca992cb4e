package org.aludel.itests.corpus;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/** All cases of a corpus on one kind of database, each schema in a database of its own. */
final class Run {

    private final String database;
    private final Corpus corpus;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final List<String> tables = new ArrayList<>();
    private int ran;

    Run(String database, Corpus corpus) {
        this.database = database;
        this.corpus = corpus;
    }

    /** Executes the cases that a condition chooses. */
    Run execute(Predicate<CorpusCase> chosen, Function<String, Engine> databases) {
        Map<String, List<CorpusCase>> bySchema = new LinkedHashMap<>();
        for (CorpusCase one : corpus.cases()) {
            if (chosen.test(one)) {
                bySchema.computeIfAbsent(one.schema(), schema -> new ArrayList<>()).add(one);
            }
        }
        bySchema.forEach((schema, cases) -> {
            try (Engine engine = databases.apply(schema)) {
                Execution execution = new Execution(corpus, engine);
                Map<String, @Nullable Object> variables = new Schemas(corpus.schemas()).variables(schema);
                execution.prepare(variables).forEach(failure -> tables.add(schema + ": " + failure));
                for (CorpusCase one : cases) {
                    String failure = execution.run(one);
                    if (failure == null) {
                        ran++;
                    } else {
                        failures.put(one.id(), failure);
                    }
                }
            }
        });
        return this;
    }

    /** Why cases failed, by id. */
    Map<String, String> failures() {
        return failures;
    }

    int ran() {
        return ran;
    }

    void print(PrintStream out) {
        tables.forEach(failure -> out.println(database + " schema " + failure));
        failures.forEach((id, failure) -> out.println(database + " " + id + ": " + failure.replaceAll("\\s+", " ")));
        out.println("corpus on " + database + ": " + ran + " of " + (ran + failures.size()) + " ran");
    }
}
