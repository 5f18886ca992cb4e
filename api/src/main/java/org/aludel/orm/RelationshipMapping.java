package org.aludel.orm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;

/**
 * A relation of a {@link ClassMapping}, with all options of {@link Relationship} and those that need expressions. Methods
 * change it and return it.
 *
 * <pre>{@code
 * mapping.property("bostonAddresses", relationship(Address.class)
 *         .primaryJoin(User_.id.eq(foreign(Address_.userId)).and(Address_.city.eq("Boston")))
 *         .viewOnly());
 * }</pre>
 *
 * @param <T> the class referred to
 * @see Orm#relationship
 * @since 0.1
 */
public final class RelationshipMapping<T> implements PropertyMapping {

    private final RelationshipOptions options;

    RelationshipMapping(Class<T> target) {
        this.options = new RelationshipOptions(Objects.requireNonNull(target, "target"), null);
    }

    RelationshipMapping(Alias<T> target) {
        this.options = new RelationshipOptions(target.type(), target);
    }

    /** @see Relationship#backref */
    public RelationshipMapping<T> backref(String field) {
        options.backref = field;
        options.requireConsistent();
        return this;
    }

    /** @see Relationship#backPopulates */
    public RelationshipMapping<T> backPopulates(String field) {
        options.backPopulates = field;
        options.requireConsistent();
        return this;
    }

    /** @see Relationship#cascade */
    public RelationshipMapping<T> cascade(Cascade... cascades) {
        options.cascade = cascades.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(cascades));
        options.requireConsistent();
        return this;
    }

    /** @see Relationship#orderBy */
    public RelationshipMapping<T> orderBy(String... attributes) {
        options.orderBy = List.of(attributes);
        return this;
    }

    /** Orders a loaded collection by columns, attributes or expressions of the target. */
    public RelationshipMapping<T> orderBy(Ordering... expressions) {
        options.orderings = List.of(expressions);
        return this;
    }

    /** @see Relationship#secondary */
    public RelationshipMapping<T> secondary(String table) {
        options.secondaryName = table;
        return this;
    }

    /** The table that connects the two sides of a many-to-many relation. */
    public RelationshipMapping<T> secondary(Table table) {
        options.secondary = table;
        return this;
    }

    /** A join or select that connects the two sides; such a relation is read and never saved. */
    public RelationshipMapping<T> secondary(FromItem from) {
        options.secondary = from;
        return this;
    }

    /** @see Relationship#remoteSide */
    public RelationshipMapping<T> remoteSide(String... attributes) {
        options.remoteSide = List.of(attributes);
        return this;
    }

    /** Columns or attributes on the far side of a self-referential relation. */
    public RelationshipMapping<T> remoteSide(Expr<?>... columns) {
        options.remoteColumns = List.of(columns);
        return this;
    }

    /** @see Relationship#foreignKey */
    public RelationshipMapping<T> foreignKey(String... attributes) {
        options.foreignKey = List.of(attributes);
        return this;
    }

    /** Columns or attributes that hold the key of the other side, whether the database knows a foreign key or not. */
    public RelationshipMapping<T> foreignKey(Expr<?>... columns) {
        options.foreignColumns = List.of(columns);
        return this;
    }

    /**
     * What connects the two sides (or this side and the table between), where it is not the equality of a foreign key
     * alone. Columns that hold the key are marked by {@link Orm#foreign}, those of the far side by {@link Orm#remote},
     * where that is not clear.
     */
    public RelationshipMapping<T> primaryJoin(Expr<Boolean> condition) {
        options.primaryJoin = condition;
        return this;
    }

    /** What connects the table between and the target. */
    public RelationshipMapping<T> secondaryJoin(Expr<Boolean> condition) {
        options.secondaryJoin = condition;
        return this;
    }

    /** @see Relationship#load */
    public RelationshipMapping<T> load(LoadStrategy strategy) {
        options.load = strategy;
        return this;
    }

    /** A joined load leaves out owners without a partner, because there are none. */
    public RelationshipMapping<T> innerJoin() {
        options.innerJoin = true;
        return this;
    }

    /** How many levels of a relation to the same class are loaded along. */
    public RelationshipMapping<T> joinDepth(int levels) {
        options.joinDepth = levels;
        return this;
    }

    /** @see Relationship#passiveDeletes */
    public RelationshipMapping<T> passiveDeletes() {
        return passiveDeletes(PassiveDeletes.YES);
    }

    /** What is left to the database when the owner is deleted. */
    public RelationshipMapping<T> passiveDeletes(PassiveDeletes passive) {
        options.passiveDeletes = passive;
        options.requireConsistent();
        return this;
    }

    /** Whether the database passes changes of the key on to the rows that hold it. True unless set. */
    public RelationshipMapping<T> passiveUpdates(boolean passive) {
        options.passiveUpdates = passive;
        return this;
    }

    /** @see Relationship#viewOnly */
    public RelationshipMapping<T> viewOnly() {
        options.viewOnly = true;
        options.requireConsistent();
        return this;
    }

    /** Whether the other direction follows in memory. True unless set; a relation that is only read never leads. */
    public RelationshipMapping<T> syncBackref(boolean sync) {
        options.syncBackref = sync;
        return this;
    }

    /** @see Relationship#postUpdate */
    public RelationshipMapping<T> postUpdate() {
        options.postUpdate = true;
        options.requireConsistent();
        return this;
    }

    /** An object belongs to one owner at a time; a second one is refused. Makes DELETE_ORPHAN possible for any relation. */
    public RelationshipMapping<T> singleParent() {
        options.singleParent = true;
        return this;
    }

    /** Whether an object enters the session because the other side of the relation was set. True unless set. */
    public RelationshipMapping<T> cascadeBackrefs(boolean cascade) {
        options.cascadeBackrefs = cascade;
        return this;
    }

    /** Loads the old value before it is replaced, so that the history always has it. */
    public RelationshipMapping<T> activeHistory() {
        options.activeHistory = true;
        return this;
    }

    /** Whether the relation leads to many, where the field's type does not say. */
    public RelationshipMapping<T> uselist(boolean many) {
        options.uselist = many;
        return this;
    }

    /** Makes the collections of this relation, which are of a class of the program's own. */
    public RelationshipMapping<T> collection(Supplier<? extends Object> factory) {
        return collection(CollectionClass.of(factory));
    }

    /** How the members are kept: by which key, in which order. */
    public RelationshipMapping<T> collection(CollectionClass kind) {
        options.collection = kind;
        return this;
    }

    /** Other relations that write the same columns on purpose. */
    public RelationshipMapping<T> overlaps(String... relations) {
        options.overlaps = List.of(relations);
        return this;
    }

    /** The options as the mapper reads them. */
    public RelationshipOptions options() {
        return options;
    }
}
