package org.aludel.orm;

import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ClassMapping} says of a class as a whole.
 *
 * @since 0.1
 */
public final class MapperOptions {

    List<String> included = List.of();
    List<Column<?>> primaryKey = List.of();
    List<Ordering> orderBy = List.of();

    @Nullable
    String version;

    @Nullable
    UnaryOperator<@Nullable Object> versionGenerator;

    boolean versionByDatabase;
    boolean eagerDefaults;
    boolean confirmDeletedRows = true;
    boolean passiveUpdates = true;
    boolean batch = true;

    @Nullable
    Class<?> inherits;

    @Nullable
    Expr<Boolean> inheritCondition;

    boolean concrete;

    @Nullable
    Expr<?> polymorphicOn;

    @Nullable
    Object identity;

    @Nullable
    List<Class<?>> withPolymorphic;

    @Nullable
    FromItem polymorphicFrom;

    @Nullable
    PolymorphicLoad polymorphicLoad;

    MapperOptions() {}

    void takeFrom(MapperOptions other) {
        included = other.included;
        primaryKey = other.primaryKey;
        orderBy = other.orderBy;
        version = other.version;
        versionGenerator = other.versionGenerator;
        versionByDatabase = other.versionByDatabase;
        eagerDefaults = other.eagerDefaults;
        confirmDeletedRows = other.confirmDeletedRows;
        passiveUpdates = other.passiveUpdates;
        batch = other.batch;
        inherits = other.inherits;
        inheritCondition = other.inheritCondition;
        concrete = other.concrete;
        polymorphicOn = other.polymorphicOn;
        identity = other.identity;
        withPolymorphic = other.withPolymorphic;
        polymorphicFrom = other.polymorphicFrom;
        polymorphicLoad = other.polymorphicLoad;
    }

    /** The only fields that are mapped, besides the key; empty for all. */
    public List<String> included() {
        return included;
    }

    /** The key that was given; empty for the table's own. */
    public List<Column<?>> primaryKey() {
        return primaryKey;
    }

    /** The order of queries that ask for none. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    /** The version's field. */
    public @Nullable String version() {
        return version;
    }

    /** Gives the version that follows another; null for counting. */
    public @Nullable UnaryOperator<@Nullable Object> versionGenerator() {
        return versionGenerator;
    }

    public boolean isVersionByDatabase() {
        return versionByDatabase;
    }

    public boolean hasEagerDefaults() {
        return eagerDefaults;
    }

    public boolean confirmsDeletedRows() {
        return confirmDeletedRows;
    }

    public boolean hasPassiveUpdates() {
        return passiveUpdates;
    }

    public boolean isBatch() {
        return batch;
    }

    /** The mapped superclass that was named; null to find it among the superclasses. */
    public @Nullable Class<?> inherits() {
        return inherits;
    }

    /** What connects the subclass's table with the superclass's; null for the foreign key. */
    public @Nullable Expr<Boolean> inheritCondition() {
        return inheritCondition;
    }

    public boolean isConcrete() {
        return concrete;
    }

    /** The discriminator. */
    public @Nullable Expr<?> polymorphicOn() {
        return polymorphicOn;
    }

    /** The value of the discriminator for exactly this class. */
    public @Nullable Object identity() {
        return identity;
    }

    /** Subclasses that are read in the same row; empty for all, null for none. */
    public @Nullable List<Class<?>> withPolymorphic() {
        return withPolymorphic;
    }

    /** Where the columns of the class and those subclasses come from, if that was given. */
    public @Nullable FromItem polymorphicFrom() {
        return polymorphicFrom;
    }

    /** How queries of a superclass read the columns of this class; null if nothing was said. */
    public @Nullable PolymorphicLoad polymorphicLoad() {
        return polymorphicLoad;
    }
}
