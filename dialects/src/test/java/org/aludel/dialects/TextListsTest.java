package org.aludel.dialects;

import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.sql.BindParameter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in written SQL, of any length. */
@Tag("SQL-04")
class TextListsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2:///mem:lists", "sqlite://", "hsqldb:///mem:lists"})
    void aListInTextMayBeEmptyAfterInAndNotIn(String url) {
        try (Engine engine = Engine.create(url);
                Connection conn = engine.connect()) {
            conn.execute(text("CREATE TABLE numbers (n INTEGER)"));
            conn.execute(text("INSERT INTO numbers VALUES (1), (2), (3)"));
            assertThat(count(conn, "n IN :list", List.of(1, 3))).isEqualTo(2);
            assertThat(count(conn, "n IN (:list)", List.of(1, 3))).isEqualTo(2);
            assertThat(count(conn, "n IN :list", List.of())).isZero();
            assertThat(count(conn, "n IN (:list)", List.of())).isZero();
            assertThat(count(conn, "n NOT IN :list", List.of())).isEqualTo(3);
            assertThat(count(conn, "NOT n IN (:list)", List.of())).isEqualTo(3);
        }
    }

    private static long count(Connection conn, String condition, List<Integer> list) {
        return conn.execute(text("SELECT COUNT(*) FROM numbers WHERE " + condition)
                        .bind(BindParameter.namedList("list", INTEGER, list)))
                .scalar(Long.class);
    }

    @Test
    void theTextSaysWhatIsSent() {
        var statement = text("SELECT 1 WHERE 2 IN :list").bind(BindParameter.namedList("list", INTEGER, List.of(1, 2)));
        assertThat(org.aludel.core.dialect.StandardDialect.INSTANCE
                        .compile(statement)
                        .sql())
                .isEqualTo("SELECT 1 WHERE 2 IN (?, ?)");
    }
}
