package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Keys that the database makes come back. */
public final class GeneratedKeys extends ComplianceArea {

    private final MetaData metadata = new MetaData();

    @Check(Requirement.GENERATED_KEYS)
    public void ofOneRow() {
        Table things = metadata.table("keyed_things", column("id", INTEGER).primaryKey(), column("label", string(10)));
        withTables(metadata, c -> {
            Integer first = c.execute(things.insert().set("label", "a"))
                    .insertedPrimaryKey()
                    .get(0, Integer.class);
            Integer second = c.execute(things.insert(), params("label", "b"))
                    .insertedPrimaryKey()
                    .get(0, Integer.class);
            assertThat(first).isNotNull();
            assertThat(second).isGreaterThan(first);
            assertThat(c.execute(select(things.<String>c("label"))
                                    .where(things.<Integer>c("id").eq(second)))
                            .scalar(String.class))
                    .isEqualTo("b");
        });
    }

    @Check(Requirement.GENERATED_KEYS)
    public void ofBigKeys() {
        Table things = metadata.table("big_keys", column("id", BIGINT).primaryKey(), column("label", string(10)));
        withTables(
                metadata,
                c -> assertThat(c.execute(things.insert().set("label", "a"))
                                .insertedPrimaryKey()
                                .get(0, Long.class))
                        .isNotNull());
    }

    @Check(Requirement.IDENTITY)
    public void ofIdentityColumns() {
        Table things = metadata.table(
                "identity_things", column("id", INTEGER).identity().primaryKey(), column("label", string(10)));
        withTables(
                metadata,
                c -> assertThat(c.execute(things.insert().set("label", "a"))
                                .insertedPrimaryKey()
                                .get(0, Integer.class))
                        .isNotNull());
    }

    @Check
    public void givenKeysComeBackToo() {
        Table things = metadata.table(
                "given_keys",
                column("code", string(10)).primaryKey(),
                column("number", INTEGER).primaryKey().autoincrement(false));
        withTables(
                metadata,
                c -> assertThat(c.execute(things.insert().set("code", "x").set("number", 7))
                                .insertedPrimaryKey()
                                .toList())
                        .isEqualTo(List.of("x", 7)));
    }

    @Check(Requirement.GENERATED_KEYS)
    public void rowsOfNothingButDefaults() {
        Table things = metadata.table("empty_things", column("id", INTEGER).primaryKey(), column("label", string(10)));
        withTables(metadata, c -> {
            assertThat(c.execute(things.insert()).insertedPrimaryKey().get(0, Integer.class))
                    .isNotNull();
            assertThat(c.execute(things.count()).scalar(Long.class)).isEqualTo(1L);
        });
    }

    @Check(Requirement.GENERATED_KEYS)
    public void batchesGetKeys() {
        Table things = metadata.table("batch_things", column("id", INTEGER).primaryKey(), column("label", string(10)));
        withTables(metadata, c -> {
            c.execute(things.insert(), List.of(params("label", "a"), params("label", "b"), params("label", "c")));
            assertThat(c.execute(select(things.<Integer>c("id")).distinct()).scalars(Integer.class))
                    .hasSize(3)
                    .doesNotContainNull();
        });
    }
}
