package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.aludel.sql.Select;

/** Results that come in portions. */
public final class Streaming extends ComplianceArea {

    private Select inOrder() {
        Column<Integer> id = person("id");
        return select(id).orderBy(id);
    }

    @Check
    public void givesEachRowOnce() {
        try (Stream<Row> rows = connection().stream(inOrder(), 2)) {
            assertThat(rows.map(row -> row.getInt(0)).toList()).isEqualTo(List.of(1, 2, 3, 4, 5));
        }
    }

    @Check
    public void leftEarlyTheConnectionServesOn() {
        try (Stream<Row> rows = connection().stream(inOrder(), 2)) {
            assertThat(rows.limit(1).map(row -> row.getInt(0)).toList()).isEqualTo(List.of(1));
        }
        assertThat(values(inOrder(), Integer.class)).hasSize(5);
    }

    @Check
    public void portionsAsAnOption() {
        int sum = 0;
        for (Row row : connection()
                .with(ExecutionOptions.DEFAULT.withYieldPer(2))
                .execute(inOrder())
                .all()) {
            sum += row.getInt(0);
        }
        assertThat(sum).isEqualTo(15);
    }
}
