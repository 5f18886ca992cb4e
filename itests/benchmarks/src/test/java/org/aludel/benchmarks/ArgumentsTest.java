package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void plainJdbcIsMeasuredFirstWhetherItIsNamedOrNot() {
        Arguments arguments = Arguments.parse("--workloads", "W1", "--databases", "h2", "--peers", "aludel");
        assertThat(arguments.parts(Workload.W1))
                .containsExactly(new Arguments.Part(Workload.W1, "jdbc"), new Arguments.Part(Workload.W1, "aludel"));
        assertThat(arguments.measurements()).isEqualTo(2 * arguments.rounds());
    }

    @Test
    void batchedCollectionsAreMeasuredAgainstPlainJdbcOneByOneOfTheSameTurns() {
        assertThat(Arguments.parse("--workloads", "W9B", "--peers", "aludel").parts(Workload.W9B))
                .containsExactly(new Arguments.Part(Workload.W9, "jdbc"), new Arguments.Part(Workload.W9B, "aludel"));
        assertThat(Arguments.parse("--workloads", "W9,W9B", "--peers", "aludel").parts(Workload.W9B))
                .containsExactly(new Arguments.Part(Workload.W9, "jdbc"), new Arguments.Part(Workload.W9B, "aludel"));
    }

    @Test
    void peerIsLeftOutOfWhatItCannotDo() {
        assertThat(Arguments.parse("--workloads", "W9", "--peers", "jooq,aludel")
                        .parts(Workload.W9))
                .extracting(Arguments.Part::peer)
                .containsExactly("jdbc", "aludel");
    }

    @Test
    void limitOfTimeMeansARoundForEveryTenMinutes() {
        assertThat(Arguments.parse("--minutes", "10").limit()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Arguments.parse("--minutes", "10").rounds()).isEqualTo(1);
        assertThat(Arguments.parse("--minutes", "30").rounds()).isEqualTo(3);
        assertThat(Arguments.parse("--minutes", "30", "--rounds", "1").rounds()).isEqualTo(1);
    }

    @Test
    void rivalsMayTakePartInFewerRounds() {
        Arguments arguments = Arguments.parse(
                "--workloads",
                "W1",
                "--databases",
                "h2",
                "--peers",
                "jdbc,aludel,jooq",
                "--rounds",
                "3",
                "--rival-rounds",
                "1");
        assertThat(arguments.parts(Workload.W1, 0))
                .extracting(Arguments.Part::peer)
                .containsExactly("jdbc", "aludel", "jooq");
        assertThat(arguments.parts(Workload.W1, 1))
                .extracting(Arguments.Part::peer)
                .containsExactly("jdbc", "aludel");
        assertThat(arguments.measurements()).isEqualTo(7);
        assertThat(Arguments.parse("--rounds", "2", "--rival-rounds", "5").rivalRounds())
                .isEqualTo(2);
    }

    @Test
    void unknownArgumentIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Arguments.parse("--round", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("--round", "--rounds");
    }
}
