package org.aludel.orm.internal.mapping;

import java.util.List;
import org.aludel.orm.References;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Table;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/** A relation as it was declared, before tables and mappers exist. */
final class RelationDeclaration {

    /** What was said of how the two sides are connected and ordered. */
    record Hints(
            @Nullable String backref,
            @Nullable String secondaryName,
            @Nullable Table secondary,
            List<String> remoteSide,
            List<String> foreignKey,
            List<String> orderBy,
            List<Ordering> orderings) {

        static final Hints NONE = new Hints(null, null, null, List.of(), List.of(), List.of(), List.of());

        boolean saySecondary() {
            return secondaryName != null || secondary != null;
        }
    }

    final ClassDeclaration owner;
    final AttributeInfo field;
    final Class<?> targetType;
    final @Nullable CollectionKind kind;
    final Hints hints;
    final RelationOptions options;

    /** Whether only the other side's backref makes the field a relation. */
    final boolean implied;

    /** The foreign key that stands on the reference field itself, whose column has no field. */
    @Nullable
    References references;

    /** Name of the column that {@link #references} declares. */
    @Nullable
    String hiddenColumn;

    boolean hiddenNullable = true;

    boolean hiddenKey;

    /** Filled in when all classes are read; null if the target can't be mapped. */
    @Nullable
    ClassDeclaration target;

    /** Whether a mistake in the pairing is reported already. */
    boolean refused;

    /** The declaration of the other direction. */
    @Nullable
    RelationDeclaration partner;

    /** The table between the two sides. */
    @Nullable
    Table secondary;

    @Nullable
    RelationAttribute attribute;

    RelationDeclaration(
            ClassDeclaration owner,
            AttributeInfo field,
            Class<?> targetType,
            @Nullable CollectionKind kind,
            Hints hints,
            RelationOptions options,
            boolean implied) {
        this.owner = owner;
        this.field = field;
        this.targetType = targetType;
        this.kind = kind;
        this.hints = hints;
        this.options = options;
        this.implied = implied;
    }

    String name() {
        return field.name();
    }

    boolean isCollection() {
        return kind != null;
    }

    /** How much this side says of how the two are connected; the side that says more is read, the other mirrored. */
    int precision() {
        return (hints.foreignKey().isEmpty() && hiddenColumn == null ? 0 : 16)
                + (hints.remoteSide().isEmpty() ? 0 : 8)
                + (hints.saySecondary() ? 4 : 0)
                + (implied ? 0 : 2)
                + (isCollection() ? 1 : 0);
    }

    @Override
    public String toString() {
        return owner.type.getSimpleName() + "." + name();
    }
}
