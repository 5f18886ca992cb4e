package org.aludel.databases.streaming;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the page on streaming and batches. */
@Tag("ENG-07")
final class StreamingExamplesTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private final List<String> exported = new ArrayList<>();

    private void export(int number, String text) {
        exported.add(number + " " + text);
    }

    @Test
    void examplesOfThePageRun() {
        try (Engine engine = Engine.create("h2:///mem:streaming-examples")) {
            metadata.createAll(engine);
            try (Connection connection = engine.connect()) {
                List<Row> keys = connection.executeForKeys(
                        users.insert(), List.of(params("name", "ed"), params("name", "wendy"), params("name", "jack")));
                int wendy = keys.get(1).getInt("id");
                assertThat(connection.execute(select(name).where(id.eq(wendy))).scalar())
                        .isEqualTo("wendy");
            }
            try (Connection connection = engine.connect();
                    Stream<Row> rows = connection.stream(select(id, name).orderBy(id), 1_000)) {
                rows.forEach(row -> export(row.getInt(0), row.getString(1)));
            }
            assertThat(exported).containsExactly("1 ed", "2 wendy", "3 jack");
        }
    }
}
