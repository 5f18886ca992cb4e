package org.aludel.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.aludel.errors.ArgumentException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TYP-01")
class TypesTest {

    @Test
    void numbersAreWidenedWhereNothingIsLost() {
        assertThat(Types.BIGINT.coerce(5)).isEqualTo(5L);
        assertThat(Types.SMALLINT.coerce(-3)).isEqualTo((short) -3);
        assertThat(Types.INTEGER.coerce(Integer.MIN_VALUE + 0L)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Types.NUMERIC.coerce(5)).isEqualByComparingTo("5");
        assertThat(Types.NUMERIC.coerce(0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(Types.DOUBLE.coerce(5)).isEqualTo(5.0);
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Types.SMALLINT.coerce(40_000)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Types.INTEGER.coerce(1.5)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Types.INTEGER.coerce(1L << 31)).hasMessageStartingWith("ALU-0301");
    }

    @Test
    @Tag("TYP-05")
    void truthIsTrueFalseZeroOrOne() {
        assertThat(Types.BOOLEAN.coerce(1)).isTrue();
        assertThat(Types.BOOLEAN.coerce(0L)).isFalse();
        assertThatThrownBy(() -> Types.BOOLEAN.coerce(2)).hasMessageStartingWith("ALU-0301");
        assertThatThrownBy(() -> Types.BOOLEAN.coerce("true")).hasMessageStartingWith("ALU-0301");
    }

    @Test
    void typesAreEqualByContent() {
        assertThat(Types.string(5)).isEqualTo(Types.string(5)).isNotEqualTo(Types.string(6));
        assertThat(Types.numeric(10, 2)).isEqualTo(new NumericType(10, 2));
    }

    @Test
    void classesHaveDefaultTypes() {
        assertThat(Types.of(String.class)).isEqualTo(Types.STRING);
        assertThat(Types.of(int.class)).isEqualTo(Types.INTEGER);
        assertThat(Types.of(TimeUnit.class)).isEqualTo(Types.enumeration(TimeUnit.class));
        assertThatThrownBy(() -> Types.of(Thread.class)).hasMessageStartingWith("ALU-0302");
    }

    @Test
    @Tag("TYP-03")
    @SuppressWarnings("unchecked")
    void mappedTypesConvertBothWays() {
        MappedType<OffsetDateTime, Instant> instant = (MappedType<OffsetDateTime, Instant>) Types.INSTANT;
        Instant moment = Instant.ofEpochSecond(1_000);
        assertThat(instant.fromStored().apply(instant.toStored().apply(moment))).isEqualTo(moment);
    }
}
