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
    private final boolean committing;
    private int ran;

    /**
     * @param committing whether the database commits at each definition, so that none can be taken back
     */
    Run(String database, Corpus corpus, boolean committing) {
        this.database = database;
        this.committing = committing;
        this.corpus = corpus;
    }

    /** Executes the cases that a condition chooses. */
    Run execute(Predicate<CorpusCase> chosen, Function<String, Engine> databases) {
        Map<String, List<CorpusCase>> bySchema = new LinkedHashMap<>();
        for (CorpusCase one : corpus.cases()) {
            if (chosen.test(one)) {
                bySchema.computeIfAbsent(one.schema(), schema -> new ArrayList<>())
                        .add(one);
            }
        }
        bySchema.forEach((schema, cases) -> {
            try (Engine engine = databases.apply(schema)) {
                Execution execution = new Execution(corpus, engine);
                Map<String, @Nullable Object> variables = new Schemas(corpus.schemas()).variables(schema);
                execution.prepare(variables).forEach(failure -> tables.add(schema + ": " + failure));
                for (CorpusCase one : cases) {
                    boolean apart = committing && execution.isDefinition(one);
                    record(one, apart ? apart(one, variables, databases) : execution.run(one));
                }
            }
        });
        return this;
    }

    private void record(CorpusCase one, @Nullable String failure) {
        if (failure == null) {
            ran++;
        } else {
            failures.put(one.id(), failure);
        }
    }

    /** Runs a definition in a database of its own. */
    private @Nullable String apart(
            CorpusCase one, Map<String, @Nullable Object> variables, Function<String, Engine> databases) {
        try (Engine engine = databases.apply(one.schema())) {
            Execution execution = new Execution(corpus, engine);
            execution.prepare(variables);
            return execution.run(one);
        }
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
