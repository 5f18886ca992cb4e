package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * A class and its concrete subclasses as one selectable: {@code SELECT ... UNION ALL SELECT ...}, where each part has the
 * columns of all, null where a class has none, and a column that tells the class.
 */
final class ConcreteUnion {

    /** Name of the column that tells the class, as an attribute can't be named. */
    private static final String CLASS = "aludel_class";

    private final EntityMapper mapper;
    private final List<EntityMapper> members = new ArrayList<>();
    private final Map<String, Type<?>> columns = new LinkedHashMap<>();

    ConcreteUnion(EntityMapper mapper, List<EntityMapper> inlined) {
        this.mapper = mapper;
        members.add(mapper);
        members.addAll(inlined);
        for (EntityMapper member : members) {
            for (ColumnAttribute attribute : member.columns()) {
                if (attribute.expression() == null) {
                    columns.putIfAbsent(name(attribute), attribute.column().type());
                }
            }
        }
    }

    /** Whether rows of some of the classes are in tables apart. */
    static boolean isNeeded(EntityMapper mapper, List<EntityMapper> inlined) {
        for (EntityMapper member : inlined) {
            if (member.inheritance().kind() == Inheritance.Kind.CONCRETE) {
                return true;
            }
        }
        return false;
    }

    private static String name(ColumnAttribute attribute) {
        return attribute.column().name();
    }

    PolymorphicFrom source() {
        List<QueryExpression> parts = new ArrayList<>();
        for (EntityMapper member : members) {
            parts.add(part(member));
        }
        QueryExpression all = parts.size() == 1 ? parts.get(0) : union(parts);
        TableAlias alias = all.subquery();
        Map<ColumnAttribute, Column<?>> renamed = new IdentityHashMap<>();
        for (EntityMapper member : members) {
            for (ColumnAttribute attribute : member.columns()) {
                if (attribute.expression() == null) {
                    renamed.put(attribute, alias.c(name(attribute)));
                }
            }
        }
        return new PolymorphicFrom(mapper, alias, members.subList(1, members.size()), renamed, alias.c(CLASS));
    }

    private static CompoundSelect union(List<QueryExpression> parts) {
        return Sql.unionAll(parts.get(0), parts.subList(1, parts.size()).toArray(new QueryExpression[0]));
    }

    private Select part(EntityMapper member) {
        List<Expr<?>> selected = new ArrayList<>();
        columns.forEach((name, type) -> {
            Expr<?> own = null;
            for (ColumnAttribute attribute : member.columns()) {
                if (attribute.expression() == null && name(attribute).equals(name)) {
                    own = attribute.column();
                }
            }
            selected.add((own == null ? Sql.cast(Sql.null_(), type) : own).label(name));
        });
        Object identity = member.inheritance().identity();
        selected.add(Sql.literalColumn(
                        "'"
                                + String.valueOf(identity == null ? member.name() : identity)
                                        .replace("'", "''") + "'",
                        Types.string(60))
                .label(CLASS));
        return Select.of(selected).withFrom(member.selectable());
    }
}
