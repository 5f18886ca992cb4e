package org.aludel.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.engine.Row;
import org.aludel.errors.DataException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrayRowTest {

    private final Column<Integer> id = Column.of("id", Types.INTEGER);

    private static Row row(List<String> keys, Object... values) {
        return new ArrayRow(new RowHeader(keys, new Object[keys.size()]), values);
    }

    @Test
    @Tag("ENG-07")
    void numbersConvertWhereNothingIsLost() {
        Row row = row(List.of("a", "b", "c"), 7L, new BigDecimal("7.5"), 1);
        assertThat(row.getInt("a")).isEqualTo(7);
        assertThat(row.getDouble("b")).isEqualTo(7.5);
        assertThat(row.getBoolean("c")).isTrue();
        assertThat(row.get("a", BigDecimal.class)).isEqualByComparingTo("7");
        assertThatThrownBy(() -> row.getInt("b"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ALU-0237")
                .hasMessageContaining("column b");
        Row large = row(List.of("a"), Long.MAX_VALUE);
        assertThatThrownBy(() -> large.getInt(0)).isInstanceOf(DataException.class);
    }

    @Test
    @Tag("ENG-07")
    void nameThatSeveralColumnsHaveIsAmbiguous() {
        Row row = row(List.of("id", "ID"), 1, 2);
        assertThatThrownBy(() -> row.get("id"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0235");
        assertThat(row.get(1)).isEqualTo(2);
    }

    @Test
    @Tag("ENG-07")
    void columnIsFoundThroughItsLabel() {
        RowHeader header = new RowHeader(List.of("x"), new Object[] {id.label("x")});
        Row row = new ArrayRow(header, new Object[] {5});
        assertThat(row.get(id)).isEqualTo(5);
        assertThatThrownBy(() -> row.get(Column.of("other", Types.INTEGER)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0234");
    }

    @Test
    @Tag("ENG-07")
    void textRowsConvertToTheColumnsType() {
        Row row = row(List.of("id"), 5L);
        Integer value = row.get(id);
        assertThat(value).isEqualTo(5);
    }
}
