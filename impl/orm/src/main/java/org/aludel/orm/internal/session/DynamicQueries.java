package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Query;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Makes the queries of relations that are never loaded as a whole. */
final class DynamicQueries {

    private DynamicQueries() {}

    /** The members that a relation of an object has in the database. */
    @SuppressWarnings("unchecked")
    static Query<Object> members(DefaultSession session, EntityState state, Object owner, RelationAttribute relation) {
        session.loader().asked(session, state, relation);
        List<Expr<Boolean>> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            state.require(owner, pair.local());
            conditions.add(same(pair.remoteColumn(), pair.local().get(owner, state)));
        }
        Query<Object> query =
                session.query((Class<Object>) (Class<?>) relation.target().type());
        Table between = relation.secondary();
        if (between == null) {
            for (Expr<Boolean> condition : conditions) {
                query = query.filter(condition);
            }
        } else {
            for (ColumnPair pair : relation.secondaryPairs()) {
                conditions.add(pair.local().column().eqAny(pair.remoteColumn()));
            }
            Select linked = Sql.select(Sql.literalColumn("1", Types.INTEGER))
                    .from(between)
                    .where(Junction.of(Operator.AND, conditions))
                    .correlate(relation.target().table());
            query = query.filter(new Exists(linked, false));
        }
        return query.orderBy(relation.orderBy().toArray(new Ordering[0]));
    }

    private static <V> Expr<Boolean> same(Column<V> column, @Nullable Object value) {
        return column.eqAny(BindParameter.of(
                column.type(), value == null ? null : column.type().coerce(value)));
    }
}
