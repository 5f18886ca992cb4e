package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** What queries of a class select from, and which subclasses' columns come along with its own. */
public final class PolymorphicFrom {

    private final EntityMapper mapper;
    private final FromItem item;
    private final List<EntityMapper> inlined;
    private final Map<ColumnAttribute, Column<?>> renamed;
    private final @Nullable Expr<?> discriminator;

    /**
     * @param inlined subclasses whose columns are there
     * @param renamed columns of attributes that the item does not have as they are
     * @param discriminator what tells classes apart there; null for the mapping's own
     */
    PolymorphicFrom(
            EntityMapper mapper,
            FromItem item,
            List<EntityMapper> inlined,
            Map<ColumnAttribute, Column<?>> renamed,
            @Nullable Expr<?> discriminator) {
        this.mapper = mapper;
        this.item = item;
        this.inlined = List.copyOf(inlined);
        this.renamed = renamed;
        this.discriminator = discriminator;
    }

    /** The class's own selectable, without subclasses. */
    static PolymorphicFrom plain(EntityMapper mapper) {
        return new PolymorphicFrom(mapper, mapper.selectable(), List.of(), Map.of(), null);
    }

    /** The class's own selectable with the tables of subclasses joined to it. */
    static PolymorphicFrom joined(EntityMapper mapper, List<EntityMapper> subclasses) {
        FromItem item = mapper.selectable();
        for (EntityMapper subclass : subclasses) {
            item = withTablesOf(subclass, mapper, item);
        }
        return new PolymorphicFrom(mapper, item, subclasses, Map.of(), null);
    }

    private static FromItem withTablesOf(EntityMapper subclass, EntityMapper base, FromItem item) {
        if (subclass == base) {
            return item;
        }
        EntityMapper above = subclass.superMapper();
        FromItem all = above == null ? item : withTablesOf(above, base, item);
        if (subclass.inheritance().kind() == Inheritance.Kind.JOINED && !holds(all, subclass.table())) {
            Join own = (Join) subclass.selectable();
            return new Join(Join.Kind.LEFT, all, own.right(), own.on());
        }
        return all;
    }

    /** A selectable that was given, with columns found by correspondence, or by name where that fails. */
    static PolymorphicFrom given(
            EntityMapper mapper, FromItem item, List<EntityMapper> subclasses, @Nullable Expr<?> discriminator) {
        Map<ColumnAttribute, Column<?>> renamed = new IdentityHashMap<>();
        for (EntityMapper member : mapper.inheritance().family()) {
            if (member != mapper && !subclasses.contains(member)) {
                continue;
            }
            for (ColumnAttribute attribute : member.columns()) {
                if (attribute.expression() == null) {
                    Column<?> found = item.correspondingColumn(attribute.column());
                    if (found == null) {
                        found = item.find(attribute.column().key());
                    }
                    if (found == null) {
                        found = item.find(attribute.name());
                    }
                    if (found != null) {
                        renamed.put(attribute, found);
                    }
                }
            }
        }
        return new PolymorphicFrom(mapper, item, subclasses, renamed, discriminator);
    }

    /** The tables that hold some columns, and no more of those above than needed. */
    public static PolymorphicFrom narrow(EntityMapper mapper, List<ColumnAttribute> only) {
        List<EntityMapper> chain = new ArrayList<>();
        for (EntityMapper m = mapper; m != null && m.inheritance().kind() == Inheritance.Kind.JOINED; ) {
            chain.add(0, m);
            m = m.superMapper();
        }
        int first = 0;
        while (first < chain.size() && !isNeeded(chain.get(first).superMapper(), only)) {
            first++;
        }
        if (first == 0 || only.stream().anyMatch(column -> column.expression() != null)) {
            return mapper.from();
        }
        EntityMapper top = chain.get(first - 1);
        FromItem item = top.table();
        for (EntityMapper next : chain.subList(first, chain.size())) {
            item = new Join(Join.Kind.INNER, item, next.table(), ((Join) next.selectable()).on());
        }
        Map<ColumnAttribute, Column<?>> renamed = new IdentityHashMap<>();
        for (Column<?> column : top.table().columns()) {
            ColumnAttribute attribute = mapper.findColumn(column);
            if (attribute != null && attribute.isPrimaryKey()) {
                renamed.put(attribute, column);
            }
        }
        boolean isWhole = renamed.size() == mapper.primaryKey().length && isClosed(item, item);
        return isWhole ? new PolymorphicFrom(mapper, item, List.of(), renamed, null) : mapper.from();
    }

    private static boolean isNeeded(@Nullable EntityMapper above, List<ColumnAttribute> only) {
        return above == null || only.stream().anyMatch(column -> above.findColumn(column.column()) != null);
    }

    /** Whether the joins compare columns of what is joined only. */
    private static boolean isClosed(FromItem part, FromItem whole) {
        if (!(part instanceof Join join)) {
            return true;
        }
        boolean[] closed = {isClosed(join.left(), whole)};
        Expr<Boolean> on = join.on();
        if (on != null) {
            Traversal.walk(on, node -> {
                if (node instanceof Column<?> column) {
                    closed[0] &= column.table() != null && holds(whole, column.table());
                }
            });
        }
        return closed[0];
    }

    private static boolean holds(FromItem from, Table table) {
        return from == table || from instanceof Join join && join.holds(table);
    }

    public EntityMapper mapper() {
        return mapper;
    }

    /** What stands in FROM. */
    public FromItem item() {
        return item;
    }

    /** Subclasses whose columns are there too. */
    public List<EntityMapper> inlined() {
        return inlined;
    }

    /** What tells classes apart; null if nothing does. */
    public @Nullable Expr<?> discriminator() {
        return discriminator != null ? discriminator : mapper.inheritance().discriminator();
    }

    /** Whether the discriminator is something of this selectable alone. */
    public boolean hasOwnDiscriminator() {
        return discriminator != null;
    }

    /** The column of an attribute there. */
    public Column<?> column(ColumnAttribute attribute) {
        Column<?> other = renamed.isEmpty() ? null : renamed.get(attribute);
        return other != null ? other : attribute.column();
    }

    /** Another occurrence: each of its tables, or the whole, under a name made when the statement is compiled. */
    public FromItem another(@Nullable String name) {
        return another(item, name);
    }

    /** Another occurrence of something. */
    public static FromItem another(FromItem item, @Nullable String name) {
        if (item instanceof Join join) {
            return join.flatAlias();
        }
        if (item instanceof TableAlias alias && !(alias.element() instanceof FromItem)) {
            return name == null ? alias.alias() : alias.as(name);
        }
        return name == null ? item.alias() : item.as(name);
    }
}
