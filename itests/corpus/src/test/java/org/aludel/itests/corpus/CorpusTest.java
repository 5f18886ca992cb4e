package org.aludel.itests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scores a folder of cases; {@code -Dcorpus.core=<folder>} names another than the project's own. In the project's own each
 * difference has a reason in {@code deviations.md}.
 */
class CorpusTest {

    @Test
    void expressionsCompileToWhatWasRecorded() {
        Corpus corpus = Corpus.read(Path.of(System.getProperty("corpus.core")));
        Checker checker = new Checker(corpus.schemas());
        List<Check> checks = new ArrayList<>();
        corpus.cases().forEach(one -> checks.addAll(checker.check(one)));
        List<String> unexplained = unexplained(checks);
        unexplained.forEach(System.out::println);
        new Score(corpus.cases(), checks).print(System.out);

        assertThat(checks)
                .as("comparisons made")
                .hasSizeGreaterThanOrEqualTo(corpus.cases().size());
        if (System.getProperty("corpus.core").equals(System.getProperty("corpus.own"))) {
            assertThat(unexplained)
                    .as("differences without a reason in deviations.md")
                    .isEmpty();
        }
    }

    private static List<String> unexplained(List<Check> checks) {
        Deviations deviations = Deviations.own();
        List<String> unexplained = new ArrayList<>();
        for (Check check : checks) {
            if (!check.passed()
                    && !deviations.explains("compile", check.of().id(), check.dialect())
                    && !deviations.explains("compile", check.of().id(), check.base())) {
                unexplained.add(check.of().id() + " on " + check.dialect() + " (" + check.aspect() + ")\n  expected: "
                        + check.expected() + "\n  got:      " + check.got());
            }
        }
        return unexplained;
    }
}
