package org.aludel.sql;

import static org.aludel.sql.Sql.params;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code params(...)} gives. */
@Tag("ENG-04")
class NamedValuesTest {

    @Test
    void valuesKeepTheirOrderAndMayBeNull() {
        Map<String, @Nullable Object> values = params("name", "ed", "mail", null, "age", 7);
        assertThat(values).containsExactly(entry("name", "ed"), entry("mail", null), entry("age", 7));
        assertThat(values.containsKey("mail")).isTrue();
        assertThat(values.get("mail")).isNull();
        assertThat(values.containsKey("none")).isFalse();
        assertThat(values.get("none")).isNull();
        assertThat(values.containsKey(null)).isFalse();
        assertThat(values).hasToString("{name=ed, mail=null, age=7}");
    }

    @Test
    void namesAreEqualWhateverTheirIdentity() {
        assertThat(params(new String("name"), 1).get(new String("name"))).isEqualTo(1);
    }

    @Test
    void equalToAnyMapOfTheSameValues() {
        Map<String, @Nullable Object> other = new HashMap<>();
        other.put("b", null);
        other.put("a", 1);
        assertThat(params("a", 1, "b", null)).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(params()).isEmpty();
    }

    @Test
    void theLastValueOfANameCounts() {
        assertThat(params("a", 1, "b", 2, "a", 3)).containsExactly(entry("a", 3), entry("b", 2));
    }

    @Test
    void manyNames() {
        Object[] pairs = IntStream.range(0, 200)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("p" + i, i))
                .toArray();
        assertThat(params(pairs)).hasSize(200).containsEntry("p150", 150);
    }

    @Test
    void laterChangesOfTheArrayDoNotCount() {
        Object[] pairs = {"a", 1};
        Map<String, @Nullable Object> values = params(pairs);
        pairs[1] = 2;
        assertThat(values).containsEntry("a", 1);
        assertThatThrownBy(() -> values.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> values.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> params("a"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0116");
        assertThatThrownBy(() -> params("a", 1, 2, "b"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0116");
    }
}
