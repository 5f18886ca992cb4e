package org.aludel.orm;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a relation, by annotation or by {@link RelationshipMapping}; the mapper reads it.
 *
 * @since 0.1
 */
public final class RelationshipOptions {

    private static final Set<Cascade> WRITING =
            EnumSet.of(Cascade.ALL, Cascade.SAVE_UPDATE, Cascade.DELETE, Cascade.DELETE_ORPHAN);
    private static final Set<Cascade> DELETING = EnumSet.of(Cascade.ALL, Cascade.DELETE, Cascade.DELETE_ORPHAN);

    final Class<?> target;
    final @Nullable Alias<?> targetAlias;

    @Nullable
    String backref;

    @Nullable
    String backPopulates;

    Set<Cascade> cascade = Set.of();
    List<String> orderBy = List.of();
    List<Ordering> orderings = List.of();

    @Nullable
    String secondaryName;

    @Nullable
    FromItem secondary;

    List<String> remoteSide = List.of();
    List<Expr<?>> remoteColumns = List.of();
    List<String> foreignKey = List.of();
    List<Expr<?>> foreignColumns = List.of();

    @Nullable
    Expr<Boolean> primaryJoin;

    @Nullable
    Expr<Boolean> secondaryJoin;

    LoadStrategy load = LoadStrategy.LAZY;
    boolean innerJoin;
    int joinDepth = -1;
    PassiveDeletes passiveDeletes = PassiveDeletes.NO;
    boolean passiveUpdates = true;
    boolean viewOnly;
    boolean syncBackref = true;
    boolean postUpdate;
    boolean singleParent;
    boolean cascadeBackrefs = true;
    boolean activeHistory;

    @Nullable
    Boolean uselist;

    CollectionClass collection = CollectionClass.BY_FIELD;

    List<String> overlaps = List.of();

    RelationshipOptions(Class<?> target, @Nullable Alias<?> targetAlias) {
        this.target = target;
        this.targetAlias = targetAlias;
    }

    /**
     * The options that an annotation says.
     *
     * @param target the class referred to
     */
    public static RelationshipOptions of(Relationship annotation, Class<?> target) {
        RelationshipOptions options = new RelationshipOptions(target, null);
        options.backref = annotation.backref().isEmpty() ? null : annotation.backref();
        options.backPopulates = annotation.backPopulates().isEmpty() ? null : annotation.backPopulates();
        options.secondaryName = annotation.secondary().isEmpty() ? null : annotation.secondary();
        options.cascade = Set.of(annotation.cascade());
        options.orderBy = List.of(annotation.orderBy());
        options.remoteSide = List.of(annotation.remoteSide());
        options.foreignKey = List.of(annotation.foreignKey());
        options.load = annotation.load();
        options.passiveDeletes = annotation.passiveDeletes() ? PassiveDeletes.YES : PassiveDeletes.NO;
        options.viewOnly = annotation.viewOnly();
        options.postUpdate = annotation.postUpdate();
        options.collection = CollectionClass.of(annotation);
        options.passiveUpdates = annotation.passiveUpdates();
        options.singleParent = annotation.singleParent();
        options.cascadeBackrefs = annotation.cascadeBackrefs();
        options.activeHistory = annotation.activeHistory();
        options.innerJoin = annotation.innerJoin();
        options.joinDepth = annotation.joinDepth();
        options.overlaps = List.of(annotation.overlaps());
        return options;
    }

    /** What contradicts itself, as a code and a text with its remedy; null if nothing does. */
    public @Nullable Contradiction contradiction() {
        if (backref != null && backPopulates != null) {
            return new Contradiction(
                    "ALU-0612", "backref and backPopulates both name the other direction", "give one of them");
        }
        if (viewOnly && (WRITING.stream().anyMatch(cascade::contains))) {
            return new Contradiction(
                    "ALU-0611",
                    "a relation that is only read can't pass on " + cascade,
                    "leave out viewOnly, or the cascades that write: " + WRITING);
        }
        if (passiveDeletes == PassiveDeletes.ALL && DELETING.stream().anyMatch(cascade::contains)) {
            return new Contradiction(
                    "ALU-0761",
                    "members can't be left to the database altogether (PassiveDeletes.ALL) and be deleted with their owner "
                            + cascade,
                    "use PassiveDeletes.YES, or leave out the cascades that delete");
        }
        if (cascade.contains(Cascade.NONE) && cascade.size() > 1) {
            return new Contradiction(
                    "ALU-0762",
                    "a relation that passes on nothing passes on " + cascade + " besides",
                    "leave out NONE, or everything else");
        }
        if (viewOnly && postUpdate) {
            return new Contradiction(
                    "ALU-0763",
                    "a relation that is only read (viewOnly) can't be written by an UPDATE of its own (postUpdate)",
                    "leave out one of the two");
        }
        return null;
    }

    /**
     * What contradicts itself.
     *
     * @param code the error's code
     * @param what what is wrong
     * @param remedy what to do
     */
    public record Contradiction(String code, String what, String remedy) {}

    void requireConsistent() {
        Contradiction found = contradiction();
        if (found != null) {
            throw new ArgumentException(
                    found.code(),
                    found.what() + "; where: relation to " + target.getSimpleName() + "; what to do: "
                            + found.remedy());
        }
    }

    /** The class referred to. */
    public Class<?> target() {
        return target;
    }

    /** The occurrence of the class that the relation leads to; null for the class itself. */
    public @Nullable Alias<?> targetAlias() {
        return targetAlias;
    }

    /** The other direction, declared or not. */
    public @Nullable String backref() {
        return backref;
    }

    /** The other direction, which names this one too. */
    public @Nullable String backPopulates() {
        return backPopulates;
    }

    public Set<Cascade> cascade() {
        return cascade;
    }

    /** Names of attributes or columns that order the collection, each optionally followed by {@code desc}. */
    public List<String> orderBy() {
        return orderBy;
    }

    /** Expressions that order the collection. */
    public List<Ordering> orderings() {
        return orderings;
    }

    public @Nullable String secondaryName() {
        return secondaryName;
    }

    /** The table, or join, between the two sides. */
    public @Nullable FromItem secondary() {
        return secondary;
    }

    /** The table between the two sides, if it is one. */
    public @Nullable Table secondaryTable() {
        return secondary instanceof Table table ? table : null;
    }

    public List<String> remoteSide() {
        return remoteSide;
    }

    /** Columns and attributes of the far side. */
    public List<Expr<?>> remoteColumns() {
        return remoteColumns;
    }

    public List<String> foreignKey() {
        return foreignKey;
    }

    /** Columns and attributes that hold the key of another row. */
    public List<Expr<?>> foreignColumns() {
        return foreignColumns;
    }

    /** What connects the two sides, or this side and the table between. */
    public @Nullable Expr<Boolean> primaryJoin() {
        return primaryJoin;
    }

    /** What connects the table between and the target. */
    public @Nullable Expr<Boolean> secondaryJoin() {
        return secondaryJoin;
    }

    public LoadStrategy load() {
        return load;
    }

    /** Whether a joined load may leave out owners without a partner. */
    public boolean isInnerJoin() {
        return innerJoin;
    }

    /** How many levels of a circle are loaded along; -1 if nothing was said. */
    public int joinDepth() {
        return joinDepth;
    }

    public PassiveDeletes passiveDeletes() {
        return passiveDeletes;
    }

    public boolean hasPassiveUpdates() {
        return passiveUpdates;
    }

    public boolean isViewOnly() {
        return viewOnly;
    }

    /** Whether the other direction is kept in step in memory. */
    public boolean isSyncBackref() {
        return syncBackref;
    }

    public boolean isPostUpdate() {
        return postUpdate;
    }

    public boolean isSingleParent() {
        return singleParent;
    }

    public boolean cascadesBackrefs() {
        return cascadeBackrefs;
    }

    public boolean hasActiveHistory() {
        return activeHistory;
    }

    /** Whether the relation leads to many; null if the field decides. */
    public @Nullable Boolean uselist() {
        return uselist;
    }

    /** How the members of a collection are kept. */
    public CollectionClass collection() {
        return collection;
    }

    /** Relations that write the same columns on purpose. */
    public List<String> overlaps() {
        return overlaps;
    }
}
