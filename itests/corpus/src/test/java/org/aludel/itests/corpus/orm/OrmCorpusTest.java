package org.aludel.itests.corpus.orm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Runs all scenarios on SQLite and compares results, events, statements and final rows with the recordings; on H2,
 * PostgreSQL and MariaDB results, events and final rows. A difference without a row in {@code orm-deviations.md} fails
 * once the scenario's class exists, and so does a row without a difference. One scenario, or all whose ids begin
 * so, with their statements:
 *
 * <pre>{@code
 * mvn -o -B -Dquick -pl itests/corpus -am test -Dtest=OrmCorpusTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dcorpus.orm.id=uow.insert.basic-01 -Dcorpus.orm.sql=true
 * }</pre>
 */
class OrmCorpusTest {

    @Test
    void scenariosDoWhatWasRecorded() {
        assertThat(OrmCorpus.run())
                .as("differences without a row in orm-deviations.md")
                .isEmpty();
    }

    @Test
    void scenariosGiveTheRecordedResultsOnH2() {
        runsOn(ForeignDatabase.h2());
    }

    @Test
    void scenariosGiveTheRecordedResultsOnPostgreSql() {
        runsOn(ForeignDatabase.postgresql());
    }

    @Test
    void scenariosGiveTheRecordedResultsOnMariaDb() {
        runsOn(ForeignDatabase.mariadb());
    }

    private static void runsOn(ForeignDatabase database) {
        try (database) {
            assertThat(OrmCorpus.run(database))
                    .as("differences without a row in orm-deviations.md on " + database.name())
                    .isEmpty();
        }
    }
}
