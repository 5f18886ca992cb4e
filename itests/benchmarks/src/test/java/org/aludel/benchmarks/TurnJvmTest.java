package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnJvmTest {
    private static final TurnJvm.Length SHORT = new TurnJvm.Length(0, 2);

    @Test
    void jvmsAreReadyAtTheSameTimeAndMeasureByTurns() throws IOException {
        List<String> small = List.of("-Xmx512m");
        try (TurnJvm first = new TurnJvm(DatabaseKind.H2, part("jdbc"), SHORT, small);
                TurnJvm second = new TurnJvm(DatabaseKind.H2, part("aludel"), SHORT, small)) {
            Figures one = first.turn();
            Figures other = second.turn();
            first.getReady();
            second.getReady();
            for (Figures figures : List.of(one, other, first.turn(), second.turn())) {
                assertThat(figures.cpuNanos()).isPositive();
                assertThat(figures.processNanos()).isPositive();
                assertThat(figures.bytes()).isPositive();
            }
        }
    }

    @Test
    void whatStopsEarlySaysWhoItWasAndWhy() {
        assertThatThrownBy(() -> new TurnJvm(DatabaseKind.H2, part("nobody"), SHORT, List.of("-Xmx512m")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("nobody in W1 on H2 stopped early", "no peer is called nobody");
    }

    private static Arguments.Part part(String peer) {
        return new Arguments.Part(Workload.W1, peer);
    }
}
