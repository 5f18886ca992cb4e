package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void limitIsSharedOutAfterWhatStartingTheJvmsCosts() {
        // 8 measurements of half a second in 9 seconds: 5 seconds of starting, 8 for mappers, 12 times.
        double seconds = Pace.seconds(Duration.ofMinutes(8), 102, 12, Duration.ofSeconds(9), 8);
        assertThat(seconds).isCloseTo((480 - 12 * 8) / 102.0, within(0.001));
    }

    @Test
    void measurementIsNeitherTooShortToMeanAnythingNorLongerThanAFullOne() {
        assertThat(Pace.seconds(Duration.ofMinutes(1), 102, 12, Duration.ofSeconds(40), 8))
                .isEqualTo(0.9);
        assertThat(Pace.seconds(Duration.ofHours(5), 102, 12, Duration.ofSeconds(9), 8))
                .isEqualTo(16);
    }
}
