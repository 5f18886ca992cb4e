package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Texts that would break out of a literal come back as they went, as parameters and in definitions. */
public final class HostileTexts extends ComplianceArea {

    private static final List<String> TEXTS = List.of(
            "it's",
            "''",
            "\\",
            "\\'",
            "'; DROP TABLE people; --",
            "/* comment */ -- comment",
            "100% ?  :name ?? {d '2024-01-01'}",
            "\"double\" `back` [square]",
            "line\nbreak\r\n\ttab",
            "${x} #{y} $$z$$",
            "%s %d %%");

    @Check
    public void asParameters() {
        for (String text : TEXTS) {
            connection().execute(people().update().set(this.<String>person("email"), text));
            assertThat(values(
                            select(this.<String>person("email"))
                                    .where(this.<String>person("email").eq(text))
                                    .distinct(),
                            String.class))
                    .containsExactly(text);
        }
    }

    @Check
    public void asPartsOfTexts() {
        for (String text : TEXTS) {
            connection().execute(people().update().set(this.<String>person("email"), "a" + text + "z"));
            assertThat(value(people().count(this.<String>person("email").contains(text)), Long.class))
                    .as(text)
                    .isEqualTo(5L);
            assertThat(value(people().count(this.<String>person("email").startsWith("a" + text)), Long.class))
                    .as(text)
                    .isEqualTo(5L);
        }
    }

    @Check(Requirement.SERVER_DEFAULTS)
    public void asDefaultsOfColumns() {
        for (String text : TEXTS) {
            MetaData metadata = new MetaData();
            Table table = metadata.table(
                    "hostile_defaults",
                    column("id", INTEGER).primaryKey().autoincrement(false),
                    column("label", string(60)).serverDefault(text));
            withTables(metadata, c -> {
                c.execute(table.insert().set("id", 1));
                assertThat(c.execute(select(table.<String>c("label"))).scalar(String.class))
                        .isEqualTo(text);
            });
        }
    }

    @Check(Requirement.COMMENTS)
    public void asComments() {
        for (String text : TEXTS) {
            MetaData metadata = new MetaData();
            metadata.table(
                    "hostile_comments",
                    column("id", INTEGER).primaryKey().autoincrement(false).comment(text));
            withTables(metadata, c -> {});
        }
    }
}
