package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.engine.Engine;
import org.aludel.orm.AfterFlush;
import org.aludel.orm.Attribute;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** A table of totals that is kept in step with what sessions write, in the same transaction. */
final class DenormalisedView {

    @Mapped(table = "recipe_orders")
    static class Order {

        @Id
        Integer id;

        @Col(length = 40)
        String region;

        int amount;

        Order() {}

        Order(String region, int amount) {
            this.region = region;
            this.amount = amount;
        }
    }

    private static final Attribute<Order, Integer> ID = attribute(Order.class, "id");
    private static final Attribute<Order, String> REGION = attribute(Order.class, "region");
    private static final Attribute<Order, Integer> AMOUNT = attribute(Order.class, "amount");

    private DenormalisedView() {}

    static void keep(SessionFactory sessions, Table totals) {
        Column<String> region = totals.c("region");
        sessions.on(AfterFlush.class, e -> {
            for (String changed : regions(e)) {
                e.session().execute(totals.delete().where(region.eq(changed)));
                e.session()
                        .execute(totals.insert()
                                .fromSelect(
                                        List.of("region", "orders", "amount"),
                                        select(REGION, count(ID), sum(AMOUNT))
                                                .where(REGION.eq(changed))
                                                .groupBy(REGION)));
            }
        });
    }

    /** The regions of the orders that the flush has written, those that orders have left included. */
    private static Set<String> regions(AfterFlush flush) {
        Set<String> regions = new TreeSet<>();
        for (List<Object> written : List.of(flush.inserted(), flush.updated(), flush.deleted())) {
            for (Object object : written) {
                if (object instanceof Order order) {
                    regions.add(order.region);
                    regions.addAll(flush.session().history(order, REGION).deleted());
                }
            }
        }
        return regions;
    }

    static void run(Engine engine) {
        Table totals = new MetaData()
                .table(
                        "recipe_totals",
                        column("region", string(20)).primaryKey(),
                        column("orders", BIGINT),
                        column("amount", BIGINT));
        try (SessionFactory sessions =
                SessionFactory.builder(engine).map(Order.class).build()) {
            sessions.metaData().createAll(engine);
            totals.create(engine);
            keep(sessions, totals);
            try (Session session = sessions.open()) {
                Order first = new Order("north", 10);
                Order second = new Order("north", 5);
                session.addAll(first, second, new Order("south", 1));
                session.flush();
                assertThat(shown(session, totals)).containsExactly("north 2 15", "south 1 1");

                first.region = "south";
                session.delete(second);
                session.flush();
                assertThat(shown(session, totals)).containsExactly("south 2 11");

                session.rollback();
                assertThat(shown(session, totals)).isEmpty();
            }
            totals.drop(engine);
            sessions.metaData().dropAll(engine);
        }
    }

    private static List<String> shown(Session session, Table totals) {
        return session.execute(totals.select().orderBy(totals.c("region"))).all().stream()
                .map(row -> row.get("region") + " " + row.get("orders") + " " + row.get("amount"))
                .toList();
    }
}
