package org.aludel.compliance;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.aludel.engine.Engine;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/**
 * The database under test with two filled tables, which every check may read, and change inside its transaction.
 *
 * @since 0.1
 */
public final class ComplianceDatabase implements AutoCloseable {

    private final Engine engine;
    private final Predicate<Requirement> met;
    private final BiConsumer<Engine, MetaData> dropping;
    private final MetaData metadata = new MetaData();
    private final Table people = metadata.table(
            "people",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("name", string(50)).notNull(),
            column("email", string(60)),
            column("age", INTEGER),
            column("active", BOOLEAN));
    private final Table orders = metadata.table(
            "orders",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("person_id", INTEGER).references("people.id"),
            column("item", string(30)),
            column("amount", INTEGER),
            column("price", numeric(10, 2)));

    ComplianceDatabase(Engine engine, Predicate<Requirement> met, BiConsumer<Engine, MetaData> dropping) {
        this.engine = engine;
        this.met = met;
        this.dropping = dropping;
        metadata.createAll(engine);
        engine.useTransaction(connection -> {
            connection.execute(
                    people.insert(),
                    List.of(
                            params("id", 1, "name", "ann", "email", "ann@x", "age", 30, "active", true),
                            params("id", 2, "name", "bob", "email", "bob@x", "age", 40, "active", false),
                            params("id", 3, "name", "cid", "email", null, "age", null, "active", null),
                            params("id", 4, "name", "50%_off", "email", "o'x\\", "age", 25, "active", true),
                            params("id", 5, "name", "dora", "email", "dora@x", "age", 30, "active", true)));
            connection.execute(
                    orders.insert(),
                    List.of(
                            order(1, 1, "pen", 3, "1.50"),
                            order(2, 1, "ink", 1, "12.25"),
                            order(3, 2, "pen", 10, "1.40"),
                            params(
                                    "id",
                                    4,
                                    "person_id",
                                    5,
                                    "item",
                                    "cap",
                                    "amount",
                                    null,
                                    "price",
                                    new BigDecimal("7.00"))));
        });
    }

    private static java.util.Map<String, Object> order(int id, int person, String item, int amount, String price) {
        return java.util.Map.of(
                "id", id, "person_id", person, "item", item, "amount", amount, "price", new BigDecimal(price));
    }

    /** The engine of the database. */
    public Engine engine() {
        return engine;
    }

    /** Five people: ann, bob, cid of whom little is known, 50%_off and dora. */
    public Table people() {
        return people;
    }

    /** Four orders: two of ann, one of bob, one of dora. */
    public Table orders() {
        return orders;
    }

    /** Whether the database meets a requirement. */
    public boolean meets(Requirement requirement) {
        return met.test(requirement);
    }

    /** Drops tables. */
    public void drop(MetaData tables) {
        dropping.accept(engine, tables);
    }

    @Override
    public void close() {
        try {
            drop(metadata);
        } finally {
            engine.close();
        }
    }
}
