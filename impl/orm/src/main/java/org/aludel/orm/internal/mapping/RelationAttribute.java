package org.aludel.orm.internal.mapping;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.PassiveDeletes;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/** An attribute that refers to objects of a mapped class. */
public final class RelationAttribute extends MappedAttribute {

    private final EntityMapper target;
    private final Direction direction;
    private final @Nullable CollectionKind collectionKind;
    private final ColumnPair[] pairs;
    private final ColumnPair[] secondaryPairs;
    private final @Nullable FromItem secondary;
    private @Nullable Expr<Boolean> extra;
    private final @Nullable FromItem occurrence;
    private final Set<Cascade> cascade;
    private final RelationOptions options;
    private final boolean byKey;
    private List<Ordering> orderBy = List.of();
    private @Nullable RelationAttribute reverse;
    private @Nullable CollectionSpec collection;

    /** How two tables are connected, as found from their foreign keys. */
    record Connection(
            Direction direction,
            ColumnPair[] pairs,
            ColumnPair[] secondaryPairs,
            @Nullable FromItem secondary,
            @Nullable Expr<Boolean> extra,
            @Nullable FromItem occurrence) {

        static Connection of(
                Direction direction, ColumnPair[] pairs, ColumnPair[] secondaryPairs, @Nullable FromItem secondary) {
            return new Connection(direction, pairs, secondaryPairs, secondary, null, null);
        }
    }

    RelationAttribute(
            EntityMapper owner,
            String name,
            int index,
            Class<?> javaType,
            EntityMapper target,
            @Nullable CollectionKind collectionKind,
            Connection connection,
            RelationOptions options) {
        super(owner, name, index, javaType);
        this.target = target;
        this.collectionKind = collectionKind;
        this.direction = connection.direction();
        this.pairs = connection.pairs();
        this.secondaryPairs = connection.secondaryPairs();
        this.secondary = connection.secondary();
        this.extra = connection.extra();
        this.occurrence = connection.occurrence();
        this.cascade = options.viewOnly() ? Set.of() : expand(options.cascade());
        this.options = options;
        this.byKey =
                direction == Direction.MANY_TO_ONE && leadsToKey(pairs, target) && extra == null && occurrence == null;
        activeHistory(options.activeHistory());
    }

    private static Set<Cascade> expand(Set<Cascade> declared) {
        if (declared.isEmpty()) {
            return Collections.unmodifiableSet(EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE));
        }
        EnumSet<Cascade> all = EnumSet.copyOf(declared);
        all.remove(Cascade.NONE);
        if (all.remove(Cascade.ALL)) {
            all.addAll(EnumSet.complementOf(EnumSet.of(Cascade.NONE, Cascade.ALL, Cascade.DELETE_ORPHAN)));
        }
        return Collections.unmodifiableSet(all);
    }

    private static boolean leadsToKey(ColumnPair[] pairs, EntityMapper target) {
        ColumnAttribute[] key = target.primaryKey();
        if (pairs.length != key.length) {
            return false;
        }
        for (ColumnAttribute part : key) {
            boolean found = false;
            for (ColumnPair pair : pairs) {
                found |= pair.remote() == part;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    public Direction direction() {
        return direction;
    }

    public EntityMapper target() {
        return target;
    }

    public boolean isCollection() {
        return collectionKind != null;
    }

    /** The kind of collection; null for a single reference. */
    public @Nullable CollectionKind collectionKind() {
        return collectionKind;
    }

    /** Whether the members are never loaded as a whole. */
    public boolean isDynamic() {
        return collectionKind == CollectionKind.DYNAMIC;
    }

    /** How the members of a collection are kept. */
    public CollectionSpec collection() {
        return java.util.Objects.requireNonNull(collection, "the relation is no collection");
    }

    void collection(@Nullable CollectionSpec spec) {
        collection = spec;
    }

    /** The other direction of the same relation, which is kept in step in memory. */
    public @Nullable RelationAttribute reverse() {
        return reverse;
    }

    public Set<Cascade> cascade() {
        return cascade;
    }

    public boolean cascades(Cascade kind) {
        return cascade.contains(kind);
    }

    /** Whether an object that leaves the relation is to be deleted. */
    public boolean deleteOrphan() {
        return cascade.contains(Cascade.DELETE_ORPHAN);
    }

    /** Whether related rows that are not loaded are left to the database when the owner is deleted. */
    public boolean passiveDeletes() {
        return options.passiveDeletes() != PassiveDeletes.NO;
    }

    /** What is left to the database when the owner is deleted. */
    public PassiveDeletes passive() {
        return options.passiveDeletes();
    }

    /** Whether the database passes changes of the key on to the rows that hold it. */
    public boolean passiveUpdates() {
        return options.passiveUpdates();
    }

    /** Whether the other direction is kept in step in memory. */
    public boolean syncBackref() {
        return options.syncBackref();
    }

    /** Whether an object belongs to one owner at a time. */
    public boolean singleParent() {
        return options.singleParent();
    }

    /** Whether an object enters the session because the other side was set. */
    public boolean cascadeBackrefs() {
        return options.cascadeBackrefs();
    }

    /** Whether a joined load may leave out owners without a partner. */
    public boolean innerJoin() {
        return options.innerJoin();
    }

    /** How many levels of a circle are loaded along; -1 if nothing was said. */
    public int joinDepth() {
        return options.joinDepth();
    }

    /** Whether the foreign key is set by an UPDATE of its own. */
    public boolean postUpdate() {
        return options.postUpdate();
    }

    /** Names of relations that write the same columns on purpose. */
    List<String> overlaps() {
        return options.overlaps();
    }

    /** Whether the relation is read and never saved. */
    public boolean viewOnly() {
        return options.viewOnly();
    }

    /** Columns of the target's table (or expressions on them) that order a loaded collection. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    public LoadStrategy loadStrategy() {
        return options.load();
    }

    /**
     * The columns that connect the two sides. One-to-many: the owner's key and the target's foreign key; many-to-one:
     * the owner's foreign key and the target's key; many-to-many: the owner's key and a column of the table between.
     */
    public ColumnPair[] pairs() {
        return pairs;
    }

    /** The far half of a many-to-many relation: the target's key (local) and a column of the table between; else empty. */
    public ColumnPair[] secondaryPairs() {
        return secondaryPairs;
    }

    /** The table between the two sides of a many-to-many relation, if it is one that is written. */
    public @Nullable Table secondary() {
        return secondary instanceof Table table ? table : null;
    }

    /** What stands between the two sides of a many-to-many relation: a table, or a join or select that is only read. */
    public @Nullable FromItem between() {
        return secondary;
    }

    /** What else has to hold, besides the equality of the pairs: on columns of the owner, the target, what is between. */
    public @Nullable Expr<Boolean> extra() {
        return extra;
    }

    /** What the target's columns come from: what the target is mapped to, or an occurrence that the mapping gave. */
    public FromItem targetItem() {
        FromItem given = occurrence;
        return given == null ? target.from().item() : given;
    }

    /** Whether the relation leads to an occurrence of the target that the mapping gave. */
    public boolean hasOwnTarget() {
        return occurrence != null;
    }

    /** Whether the foreign key holds the target's whole primary key, so that the identity map can answer. */
    public boolean usesGetByKey() {
        return byKey;
    }

    /** Whether owner and target are in the same table, so that one of them needs another name in a statement. */
    public boolean isSelfReferential() {
        for (Table table : target.tables()) {
            if (owner().hasTable(table)) {
                return true;
            }
        }
        return false;
    }

    void extra(Expr<Boolean> condition) {
        extra = condition;
    }

    void orderBy(List<Ordering> expressions) {
        orderBy = List.copyOf(expressions);
    }

    void reverse(RelationAttribute other) {
        reverse = other;
    }

    @Override
    public @Nullable Object get(Object instance, @Nullable HiddenValues state) {
        return field(instance);
    }

    @Override
    public void set(Object instance, @Nullable HiddenValues state, @Nullable Object value) {
        field(instance, value);
    }
}
