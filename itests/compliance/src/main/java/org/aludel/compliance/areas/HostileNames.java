package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Names that SQL has other plans for. */
public final class HostileNames extends ComplianceArea {

    private void works(String table, String first, String second) {
        MetaData metadata = new MetaData();
        Table hostile = metadata.table(
                table, column(first, INTEGER).primaryKey().autoincrement(false), column(second, string(20)));
        Column<Integer> key = hostile.c(first);
        Column<String> value = hostile.c(second);
        withTables(metadata, c -> {
            c.execute(hostile.insert().set(key, 1).set(value, "a"));
            c.execute(hostile.insert().set(key, 2).set(value, "b"));
            c.execute(hostile.update().set(value, "c").where(key.eq(2)));
            c.execute(hostile.delete().where(key.eq(1)));
            var alias = hostile.as("t");
            List<Row> rows = c.execute(select(alias.c(key), alias.c(value))
                            .where(alias.c(value).eq("c"))
                            .groupBy(alias.c(key), alias.c(value))
                            .orderBy(alias.c(key)))
                    .all();
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).toList()).isEqualTo(List.of(2, "c"));
            assertThat(rows.get(0).get(second)).isEqualTo("c");
        });
        metadata.createAll(engine());
        metadata.createAll(engine());
        drop(metadata);
        drop(metadata);
    }

    @Check
    public void reservedWords() {
        works("order", "select", "from");
        works("group", "where", "table");
        works("user", "key", "value");
        works("end", "primary", "default");
    }

    @Check(Requirement.CASE_SENSITIVE_NAMES)
    public void mixedCase() {
        works("MixedCase", "someId", "SomeValue");
        works("ALLUPPER", "ID", "VAL");
    }

    @Check
    public void blanksAndHyphens() {
        works("two words", "the id", "a-value");
    }

    @Check(Requirement.ANY_NAME)
    public void quotesAndOthers() {
        works("it's", "a'b", "c;d--e");
        works("per%cent", "what?", "col:on");
    }

    @Check({Requirement.ANY_NAME, Requirement.UNICODE})
    public void lettersOfOtherLanguages() {
        works("größe", "straße", "naïve");
    }

    @Check
    public void digitsAndUnderscores() {
        works("t2_x", "c_1", "c1_");
    }

    @Check
    public void labels() {
        Column<Integer> id = person("id");
        Row row = connection()
                .execute(select(id.label("select"), id.plus(1).label("two words"))
                        .where(id.eq(1)))
                .one();
        assertThat(row.getInt("select")).isEqualTo(1);
        assertThat(row.getInt("two words")).isEqualTo(2);
    }

    @Check
    public void aliases() {
        var alias = people().as("group");
        assertThat(values(
                        select(alias.<Integer>c("id"))
                                .where(alias.<Integer>c("id").eq(2)),
                        Integer.class))
                .containsExactly(2);
    }

    @Check(Requirement.INDEXES)
    public void indexesAndKeys() {
        MetaData metadata = new MetaData();
        Table table = metadata.table(
                "select from",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("order by", string(20)).key("sorting"),
                index("drop table", "sorting"));
        withTables(metadata, (Connection c) -> {
            c.execute(table.insert(), params("id", 1, "sorting", "x"));
            assertThat(c.execute(select(table.<String>c("sorting"))).scalar(String.class))
                    .isEqualTo("x");
        });
    }
}
