package org.aludel.dialects;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.JSON;
import static org.aludel.types.Types.TIMESTAMP_TZ;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A value written into the text is the one that a parameter would have been. */
@Tag("SQL-05")
class InlinedValuesTest {

    private static <T> T stored(String url, Table table, Column<T> column, T value) {
        try (Engine engine = Engine.create(url)) {
            table.metaData().createAll(engine);
            return engine.inTransaction(conn -> {
                String insert = engine.dialect()
                        .compile(table.insert().set("id", 1).set(column, value))
                        .inlined();
                conn.execute(text(insert.replace(":", "\\:")));
                return conn.execute(column.owner().select()).one().get(column);
            });
        }
    }

    @Test
    void jsonIsADocumentOnH2() {
        Table t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column("j", JSON));
        assertThat(stored("h2:///mem:inlined", t, t.<String>c("j"), "{\"a\":[1]}"))
                .isEqualTo("{\"a\":[1]}");
    }

    @Test
    void momentsAreUtcOnSqlite() {
        Table t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column("tz", TIMESTAMP_TZ));
        OffsetDateTime moment = OffsetDateTime.of(2024, 3, 31, 2, 30, 15, 0, ZoneOffset.ofHours(5));
        assertThat(stored("sqlite://", t, t.<OffsetDateTime>c("tz"), moment).toInstant())
                .isEqualTo(moment.toInstant());
    }
}
