package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aludel.orm.instrument.CompositeType;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of an attribute with a value whose class no column type is known for: the columns of a composite are
 * compared one by one, a single column with the value as its type converts it. The mapper takes it apart.
 *
 * @since 0.1
 */
public final class CompositeCondition implements Condition, Unresolved<Boolean> {

    private final Attribute<?, ?> attribute;
    private final @Nullable Alias<?> alias;
    private final boolean negated;
    private final @Nullable BindParameter<Object> value;
    private final List<Optional<BindParameter<Object>>> parts;

    private CompositeCondition(
            Attribute<?, ?> attribute, @Nullable Alias<?> alias, boolean negated, @Nullable Object value) {
        this.attribute = attribute;
        this.alias = alias;
        this.negated = negated;
        this.value = value == null ? null : BindParameter.of(Types.UNKNOWN, value);
        this.parts = value == null ? List.of() : parts(attribute.owner(), value);
    }

    private static List<Optional<BindParameter<Object>>> parts(Class<?> owner, Object value) {
        InstrumentedType instrumented = InstrumentedType.find(owner);
        CompositeType type = instrumented == null ? null : CompositeType.of(value.getClass(), instrumented.lookup());
        List<Optional<BindParameter<Object>>> parts = new ArrayList<>();
        for (int i = 0; type != null && i < type.parts().size(); i++) {
            Object part = type.part(value, i);
            parts.add(part == null ? Optional.empty() : Optional.of(BindParameter.of(Types.UNKNOWN, part)));
        }
        return List.copyOf(parts);
    }

    /** Equality with a value, or the contrary; null for a null test. */
    static CompositeCondition of(
            Attribute<?, ?> attribute, @Nullable Alias<?> alias, boolean negated, @Nullable Object value) {
        return new CompositeCondition(attribute, alias, negated, value);
    }

    /** Whether a value is none of a type that columns have. */
    static boolean isComposed(@Nullable Object value) {
        return value != null && !(value instanceof Enum<?>) && Types.find(value.getClass()) == null;
    }

    /** What is compared. */
    public Attribute<?, ?> attribute() {
        return attribute;
    }

    /** The occurrence of the class; null for the class itself. */
    public @Nullable Alias<?> alias() {
        return alias;
    }

    /** Whether the contrary is asked for. */
    public boolean isNegated() {
        return negated;
    }

    /** What it is compared with; null for a null test. */
    public @Nullable BindParameter<Object> value() {
        return value;
    }

    /** The values of its components, null ones empty; none if it can't be taken apart. */
    public List<Optional<BindParameter<Object>>> parts() {
        return parts;
    }

    /** What is compared, as an expression. */
    public Expr<?> resolveOperand(Resolver resolver) {
        Alias<?> occurrence = alias;
        Expr<?> resolved = occurrence == null
                ? attribute.resolve(resolver)
                : resolver.resolveOn(attribute, occurrence.item(resolver));
        return Objects.requireNonNull(resolved);
    }

    @Override
    public Object identity() {
        return CompositeCondition.class;
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(CompositeCondition.class);
        writer.atom(attribute);
        writer.optional(alias);
        writer.atom(negated);
        writer.optional(value);
        writer.atom(
                value == null || value.value() == null ? null : value.value().getClass());
        writer.atom(parts.size());
        parts.forEach(part -> writer.optional(part.orElse(null)));
    }

    @Override
    public String toString() {
        return attribute + (negated ? " is not " : " is ") + (value == null ? null : value.value());
    }
}
