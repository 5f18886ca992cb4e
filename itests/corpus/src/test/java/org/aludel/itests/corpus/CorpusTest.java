package org.aludel.itests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores a folder of cases; {@code -Dcorpus.core=<folder>} names another than the project's own. */
class CorpusTest {

    @Test
    void expressionsCompileToWhatWasRecorded() {
        Corpus corpus = Corpus.read(Path.of(System.getProperty("corpus.core")));
        Checker checker = new Checker(corpus.schemas());
        List<Check> checks = new ArrayList<>();
        corpus.cases().forEach(one -> checks.addAll(checker.check(one)));
        Score score = new Score(corpus.cases(), checks);
        score.print(System.out);

        assertThat(checks).as("comparisons made").hasSizeGreaterThanOrEqualTo(corpus.cases().size() / 2);
    }
}
