package org.aludel.core.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-02T03:04:05",
                "0000-01-01T00:00:00",
                "0999-12-31T23:59:59.000000001",
                "9999-12-31T23:59:59.999999999",
                "2024-02-29T00:00:00.120000000"
            })
    @DisplayName("Date, time and fraction have all their digits")
    void digits(String text) {
        assertEquals(text, IsoText.ofAny(LocalDateTime.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:07", "-0001-12-31T10:00:07"})
    @DisplayName("Years of other than four digits are written as Java does")
    void otherYears(String text) {
        assertEquals(text, IsoText.ofAny(LocalDateTime.parse(text)));
    }

    @Test
    @DisplayName("What is written is read as the same point in time")
    void readBack() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            LocalDateTime moment = LocalDate.ofEpochDay(random.nextInt(-2_000_000, 4_000_000))
                    .atTime(LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
            assertEquals(moment, LocalDateTime.parse(IsoText.ofAny(moment)));
        }
    }
}
