package org.aludel.dialects;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.TypeFamily;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are exact stay exact, and those that are not stay so. */
@Tag("TYP-06")
class FloatsAndDecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2:///mem:floats", "sqlite://", "hsqldb:///mem:floats"})
    void aDoubleComesBackAsDoubleAndADecimalAsDecimal(String url) {
        MetaData metadata = new MetaData();
        Table measures = metadata.table(
                "measures",
                column("id", INTEGER).primaryKey(),
                column("exact", numeric(12, 2)),
                column("rough", DOUBLE));
        try (Engine engine = Engine.create(url);
                Connection conn = engine.connect()) {
            metadata.createAll(conn);
            conn.execute(measures.insert(), params("exact", new BigDecimal("0.10"), "rough", 0.1));
            Row row = conn.execute(select(measures.c("exact"), measures.c("rough")))
                    .one();
            assertThat(row.get("exact")).isInstanceOf(BigDecimal.class);
            assertThat((BigDecimal) row.get("exact")).isEqualByComparingTo("0.10");
            assertThat(row.get("rough")).isEqualTo(0.1);
        }
    }

    @Test
    void literalsAreTypedByTheirJavaClass() {
        assertThat(literal(1.5).type().family()).isEqualTo(TypeFamily.FLOAT);
        assertThat(literal(new BigDecimal("1.5")).type().family()).isEqualTo(TypeFamily.NUMERIC);
        assertThat(literal(1).type().family()).isEqualTo(TypeFamily.INTEGER);
    }
}
