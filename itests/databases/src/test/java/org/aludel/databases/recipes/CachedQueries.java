package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** Queries are compiled once for each structure, wherever they are written; there is nothing to bake. */
final class CachedQueries {

    @Mapped(table = "recipe_products")
    static class Product {

        @Id
        Integer id;

        @Col(length = 40)
        String name;

        Product() {}

        Product(String name) {
            this.name = name;
        }
    }

    private static final Attribute<Product, Integer> ID = attribute(Product.class, "id");
    private static final Attribute<Product, String> NAME = attribute(Product.class, "name");

    private CachedQueries() {}

    static List<Product> named(Session session, String start, Set<Integer> without) {
        return session.query(Product.class)
                .filter(NAME.startsWith(start), ID.notIn(without))
                .orderBy(ID)
                .all();
    }

    static void run(Engine engine) {
        try (SessionFactory sessions =
                SessionFactory.builder(engine).map(Product.class).build()) {
            sessions.metaData().createAll(engine);
            sessions.useTransaction(session -> session.addAll(new Product("pen"), new Product("pencil")));
            try (Session session = sessions.open()) {
                assertThat(named(session, "pen", Set.of(77))).hasSize(2);
            }
            long before = engine.statementCache().misses();
            for (int i = 0; i < 100; i++) {
                try (Session session = sessions.open()) {
                    assertThat(named(session, "pencil", Set.of(77 + i, 78 + i, 1000 + i)))
                            .hasSize(1);
                }
            }
            assertThat(engine.statementCache().misses()).isEqualTo(before);
            sessions.metaData().dropAll(engine);
        }
    }
}
