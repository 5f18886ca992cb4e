package org.aludel.orm.internal.mapping;

import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.References;
import org.aludel.orm.RelationshipOptions;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/** A relation as it was declared, before tables and mappers exist. */
final class RelationDeclaration {

    /** What was said of how the two sides are connected and ordered. */
    record Hints(
            @Nullable String backref,
            boolean mutual,
            @Nullable String secondaryName,
            @Nullable FromItem secondary,
            List<String> remoteSide,
            List<Expr<?>> remoteColumns,
            List<String> foreignKey,
            List<Expr<?>> foreignColumns,
            @Nullable Expr<Boolean> primaryJoin,
            @Nullable Expr<Boolean> secondaryJoin,
            List<String> orderBy,
            List<Ordering> orderings,
            @Nullable Alias<?> alias) {

        static final Hints NONE = new Hints(
                null, false, null, null, List.of(), List.of(), List.of(), List.of(), null, null, List.of(), List.of(),
                null);

        static Hints of(RelationshipOptions options) {
            return new Hints(
                    options.backref() != null ? options.backref() : options.backPopulates(),
                    options.backPopulates() != null,
                    options.secondaryName(),
                    options.secondary(),
                    options.remoteSide(),
                    options.remoteColumns(),
                    options.foreignKey(),
                    options.foreignColumns(),
                    options.primaryJoin(),
                    options.secondaryJoin(),
                    options.orderBy(),
                    options.orderings(),
                    options.targetAlias());
        }

        boolean saySecondary() {
            return secondaryName != null || secondary != null;
        }

        boolean sayForeignKey() {
            return !foreignKey.isEmpty() || !foreignColumns.isEmpty();
        }

        boolean sayRemoteSide() {
            return !remoteSide.isEmpty() || !remoteColumns.isEmpty();
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
        return (hints.primaryJoin() == null ? 0 : 32)
                + (hints.sayForeignKey() || hiddenColumn != null ? 16 : 0)
                + (hints.sayRemoteSide() ? 8 : 0)
                + (hints.saySecondary() ? 4 : 0)
                + (implied ? 0 : 2)
                + (isCollection() ? 1 : 0);
    }

    @Override
    public String toString() {
        return owner.type.getSimpleName() + "." + name();
    }
}
