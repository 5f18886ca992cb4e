package org.aludel.orm.internal.loading;

import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity's columns come from: what its class is mapped to, or another occurrence of that.
 *
 * @param item what stands in FROM
 * @param eager whether it was joined to load a relation, and is unknown to the program
 * @param usual what it is an occurrence of
 */
public record EntitySource(FromItem item, boolean eager, PolymorphicFrom usual) {

    /** What the class is mapped to, as the program sees it. */
    public static EntitySource of(EntityMapper mapper) {
        return new EntitySource(mapper.from().item(), false, mapper.from());
    }

    /** Another occurrence, which was joined to load a relation. */
    static EntitySource eager(PolymorphicFrom usual) {
        return new EntitySource(usual.another(null), true, usual);
    }

    /** The column, or expression, of an attribute there. */
    Expr<?> value(ColumnAttribute attribute, MapperRegistry registry) {
        Expr<?> expression = attribute.expression();
        return expression == null ? column(attribute) : adapted(expression, registry);
    }

    /** What tells classes apart there; null if nothing does. */
    @Nullable
    Expr<?> discriminator(MapperRegistry registry) {
        Expr<?> discriminator = usual.discriminator();
        return discriminator == null ? null : adapted(discriminator, registry);
    }

    Expr<?> adapted(Expr<?> expression, MapperRegistry registry) {
        return item == usual.item() ? expression : new ClauseAdaption(registry, usual.item(), item).adapt(expression);
    }

    /** The column of an attribute there. */
    Column<?> column(ColumnAttribute attribute) {
        return column(usual.column(attribute));
    }

    Column<?> column(Column<?> column) {
        return item == usual.item() ? column : AttributeResolution.on(item, column);
    }
}
