package org.aludel.databases.random;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aludel.engine.Connection;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Three small tables with few different values and many nulls, filled the same everywhere. */
final class Sample {

    static final long NUMBERS_BELOW = 10;
    static final int TEXTS_UP_TO = 4;

    final MetaData metadata = new MetaData();
    final List<Table> tables = List.of(table("t1"), table("t2"), table("t3"));

    private Table table(String name) {
        return metadata.table(
                name,
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("i1", INTEGER),
                column("i2", INTEGER),
                column("s1", string(200)),
                column("s2", string(200)),
                column("b1", BOOLEAN),
                column("n1", numeric(12, 2)),
                column("d1", DATE));
    }

    void fill(Connection connection) {
        Random random = new Random(1);
        int[] sizes = {9, 6, 4};
        for (int t = 0; t < sizes.length; t++) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int id = 1; id <= sizes[t]; id++) {
                rows.add(row(id, random));
            }
            connection.execute(tables.get(t).insert(), rows);
        }
    }

    private static Map<String, Object> row(int id, Random random) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("i1", random.nextInt(4) == 0 ? null : random.nextInt(5) - 1);
        row.put("i2", random.nextInt(6) == 0 ? null : random.nextInt(19) - 9);
        row.put("s1", random.nextInt(4) == 0 ? null : text(random));
        row.put("s2", random.nextInt(6) == 0 ? null : text(random));
        row.put("b1", random.nextInt(4) == 0 ? null : random.nextBoolean());
        row.put("n1", random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(33) * 25L - 400, 2));
        row.put(
                "d1",
                random.nextInt(5) == 0 ? null : LocalDate.of(2024, 1 + random.nextInt(3), 28 + random.nextInt(2)));
        return row;
    }

    private static String text(Random random) {
        String[] texts = {"a", "b", "ab", "ba", "abc", "", "x", "aab", "b_a", "a%b"};
        return texts[random.nextInt(texts.length)];
    }
}
