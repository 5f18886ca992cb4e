package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Row;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Values that nobody gave. */
public final class Defaults extends ComplianceArea {

    private final MetaData metadata = new MetaData();

    private Row only(org.aludel.engine.Connection c, Table table) {
        return c.execute(table.select()).one();
    }

    @Check
    public void ofTheProgram() {
        AtomicInteger calls = new AtomicInteger();
        Table things = metadata.table(
                "default_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("fixed", string(10)).defaultValue("it's"),
                column("counted", INTEGER).defaultFrom(calls::incrementAndGet));
        withTables(metadata, c -> {
            c.execute(things.insert().set("id", 1));
            assertThat(only(c, things).toList()).isEqualTo(List.of(1, "it's", 1));
            c.execute(things.delete());
            c.execute(things.insert(), List.of(params("id", 2), params("id", 3)));
            assertThat(calls).hasValue(3);
        });
    }

    @Check
    public void ofExpressions() {
        Table things = metadata.table(
                "computed_defaults",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("sum", INTEGER).defaultExpression(literal(20).plus(22)));
        withTables(metadata, c -> {
            c.execute(things.insert().set("id", 1));
            assertThat(only(c, things).getInt("sum")).isEqualTo(42);
        });
    }

    @Check
    public void onUpdate() {
        Table things = metadata.table(
                "touched_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("label", string(10)),
                column("changes", INTEGER)
                        .defaultValue(0)
                        .onUpdateExpression(column("changes", INTEGER).plus(1)),
                column("state", string(10)).onUpdateValue("changed"));
        withTables(metadata, c -> {
            c.execute(things.insert().set("id", 1).set("label", "a"));
            c.execute(things.update().set("label", "b"));
            assertThat(only(c, things).toList()).isEqualTo(List.of(1, "b", 1, "changed"));
        });
    }

    @Check(Requirement.SERVER_DEFAULTS)
    public void ofTheDatabase() {
        Table things = metadata.table(
                "server_defaults",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("label", string(20)).serverDefault("it's \\ -- ;"),
                column("number", INTEGER).serverDefault(literal(7)));
        withTables(metadata, c -> {
            c.execute(things.insert().set("id", 1));
            assertThat(only(c, things).toList()).isEqualTo(List.of(1, "it's \\ -- ;", 7));
        });
    }

    @Check(Requirement.SERVER_DEFAULTS)
    public void ofTheDatabasesClock() {
        Table things = metadata.table(
                "stamped_things",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("made", TIMESTAMP).serverDefault(func("current_timestamp", TIMESTAMP)));
        withTables(metadata, c -> {
            c.execute(things.insert().set("id", 1));
            assertThat(only(c, things).get("made")).isNotNull();
        });
    }
}
