package org.aludel.orm.testmodel;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.List;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** What the test model needs to be mapped. */
public final class TestMappings {

    private TestMappings() {}

    /** The annotated classes. */
    public static List<Class<?>> annotated() {
        return List.of(User.class, Address.class, Keyword.class, Employee.class, Invoice.class, InvoiceLine.class);
    }

    /** All classes of the model, mapped. */
    public static MapperRegistry registry() {
        MetaData metaData = new MetaData();
        return MapperRegistry.configure(
                metaData, annotated(), List.of(categories(metaData)), NamingStrategy.SNAKE_CASE);
    }

    /** Defines the table of categories and maps {@link Category} to it. */
    public static Mappings categories(MetaData metaData) {
        Table categories = metaData.table(
                "categories",
                column("id", INTEGER).primaryKey(),
                column("name", string(40)).notNull(),
                column("parent_id", INTEGER).references("categories.id"));
        Mappings mappings = new Mappings();
        mappings.map(
                Category.class,
                categories,
                m -> m.property(
                                "parent",
                                relationship(Category.class).remoteSide("id").backref("subcategories"))
                        .property("label", categories.c("name")));
        return mappings;
    }
}
