package org.aludel.orm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * A relation of an imperative mapping, with the same options as {@link Relationship}. Methods change it and return it.
 *
 * @param <T> the class referred to
 * @see Orm#relationship
 * @since 0.1
 */
public final class RelationshipMapping<T> {

    private final Class<T> target;
    private @Nullable String backref;
    private Set<Cascade> cascade = Set.of();
    private List<String> orderBy = List.of();
    private List<Ordering> orderings = List.of();
    private @Nullable String secondaryName;
    private @Nullable Table secondary;
    private List<String> remoteSide = List.of();
    private List<String> foreignKey = List.of();
    private LoadStrategy load = LoadStrategy.LAZY;
    private boolean passiveDeletes;
    private boolean viewOnly;
    private boolean postUpdate;

    RelationshipMapping(Class<T> target) {
        this.target = Objects.requireNonNull(target, "target");
    }

    /** @see Relationship#backref */
    public RelationshipMapping<T> backref(String field) {
        backref = field;
        return this;
    }

    /** @see Relationship#cascade */
    public RelationshipMapping<T> cascade(Cascade... cascades) {
        cascade = cascades.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(cascades));
        return this;
    }

    /** @see Relationship#orderBy */
    public RelationshipMapping<T> orderBy(String... attributes) {
        orderBy = List.of(attributes);
        return this;
    }

    /** Orders a loaded collection by expressions on the target's table. */
    public RelationshipMapping<T> orderBy(Ordering... expressions) {
        orderings = List.of(expressions);
        return this;
    }

    /** @see Relationship#secondary */
    public RelationshipMapping<T> secondary(String table) {
        secondaryName = table;
        return this;
    }

    /** The table that connects the two sides of a many-to-many relation. */
    public RelationshipMapping<T> secondary(Table table) {
        secondary = table;
        return this;
    }

    /** @see Relationship#remoteSide */
    public RelationshipMapping<T> remoteSide(String... attributes) {
        remoteSide = List.of(attributes);
        return this;
    }

    /** Columns on the far side of a self-referential relation. */
    public RelationshipMapping<T> remoteSide(Column<?>... columns) {
        remoteSide = names(columns);
        return this;
    }

    /** @see Relationship#foreignKey */
    public RelationshipMapping<T> foreignKey(String... attributes) {
        foreignKey = List.of(attributes);
        return this;
    }

    /** Columns of the foreign key to follow, where several lead to the target. */
    public RelationshipMapping<T> foreignKey(Column<?>... columns) {
        foreignKey = names(columns);
        return this;
    }

    /** @see Relationship#load */
    public RelationshipMapping<T> load(LoadStrategy strategy) {
        load = strategy;
        return this;
    }

    /** @see Relationship#passiveDeletes */
    public RelationshipMapping<T> passiveDeletes() {
        passiveDeletes = true;
        return this;
    }

    /** @see Relationship#viewOnly */
    public RelationshipMapping<T> viewOnly() {
        viewOnly = true;
        return this;
    }

    /** @see Relationship#postUpdate */
    public RelationshipMapping<T> postUpdate() {
        postUpdate = true;
        return this;
    }

    private static List<String> names(Column<?>[] columns) {
        return Arrays.stream(columns).map(Column::name).toList();
    }

    /** The options as the mapper reads them. */
    public Options options() {
        return new Options(
                target,
                backref,
                cascade,
                orderBy,
                orderings,
                secondaryName,
                secondary,
                remoteSide,
                foreignKey,
                load,
                passiveDeletes,
                viewOnly,
                postUpdate);
    }

    /** What was said of a relation. */
    public record Options(
            Class<?> target,
            @Nullable String backref,
            Set<Cascade> cascade,
            List<String> orderBy,
            List<Ordering> orderings,
            @Nullable String secondaryName,
            @Nullable Table secondary,
            List<String> remoteSide,
            List<String> foreignKey,
            LoadStrategy load,
            boolean passiveDeletes,
            boolean viewOnly,
            boolean postUpdate) {}
}
