package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.MappingException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Orm;
import org.aludel.orm.PolymorphicLoad;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** Where a class stands in its hierarchy of mapped classes, and how rows tell these apart. */
public final class Inheritance {

    /** How the rows of a class relate to those of its mapped superclass. */
    public enum Kind {
        /** There is no mapped superclass. */
        ROOT,
        /** They are in the same table. */
        SINGLE,
        /** They continue in a table of their own. */
        JOINED,
        /** They are in another table altogether. */
        CONCRETE
    }

    private final EntityMapper mapper;
    private final @Nullable EntityMapper superMapper;
    private final Kind kind;
    private final List<EntityMapper> subclasses = new ArrayList<>();
    private final Map<Object, EntityMapper> byIdentity;
    private @Nullable Expr<?> discriminator;
    private @Nullable ColumnAttribute discriminatorAttribute;
    private @Nullable Object identity;
    private @Nullable Expr<Boolean> criterion;
    private @Nullable Expr<Boolean> visible;
    private final List<Expr<Boolean>> hiding = new ArrayList<>();
    private PolymorphicLoad load = PolymorphicLoad.ON_DEMAND;
    private @Nullable PolymorphicFrom from;

    Inheritance(EntityMapper mapper, @Nullable EntityMapper superMapper, Kind kind) {
        this.mapper = mapper;
        this.superMapper = superMapper;
        this.kind = kind;
        if (superMapper == null) {
            byIdentity = new HashMap<>();
        } else {
            byIdentity = superMapper.inheritance().byIdentity;
            superMapper.inheritance().subclasses.add(mapper);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** The mapper of the mapped superclass. */
    public @Nullable EntityMapper superMapper() {
        return superMapper;
    }

    /** The superclass whose attributes the class has as the same objects; null for a root or concrete class. */
    @Nullable
    EntityMapper inherited() {
        return kind == Kind.CONCRETE ? null : superMapper;
    }

    /** The topmost class that shares its rows' keys. */
    public EntityMapper root() {
        EntityMapper root = mapper;
        for (EntityMapper above = inherited();
                above != null;
                above = above.inheritance().inherited()) {
            root = above;
        }
        return root;
    }

    /** Mapped subclasses, direct ones only. */
    public List<EntityMapper> subclasses() {
        return subclasses;
    }

    public boolean hasSubclasses() {
        return !subclasses.isEmpty();
    }

    /** The class and its subclasses, each before its own. */
    public List<EntityMapper> family() {
        List<EntityMapper> family = new ArrayList<>();
        collect(family);
        return family;
    }

    private void collect(List<EntityMapper> family) {
        family.add(mapper);
        for (EntityMapper subclass : subclasses) {
            subclass.inheritance().collect(family);
        }
    }

    /** Whether the class is another or a subclass of it. */
    public boolean isA(EntityMapper other) {
        for (EntityMapper m = mapper; m != null; m = m.inheritance().superMapper) {
            if (m == other) {
                return true;
            }
        }
        return false;
    }

    /** What tells the classes of the hierarchy apart, as an expression on the mapped tables; null if nothing does. */
    public @Nullable Expr<?> discriminator() {
        return discriminator != null || superMapper == null
                ? discriminator
                : superMapper.inheritance().discriminator();
    }

    /** The attribute that is the discriminator, where it is a column. */
    public @Nullable ColumnAttribute discriminatorAttribute() {
        return discriminator != null || superMapper == null || kind == Kind.CONCRETE
                ? discriminatorAttribute
                : superMapper.inheritance().discriminatorAttribute();
    }

    /** The discriminator's value for objects of exactly this class. */
    public @Nullable Object identity() {
        return identity;
    }

    /**
     * The class that a discriminator's value stands for.
     *
     * @throws MappingException ALU-0454 if no class has that identity
     */
    public EntityMapper ofIdentity(Object value) {
        EntityMapper found = byIdentity.get(value);
        if (found == null) {
            throw new MappingException(
                    "ALU-0454",
                    "no class of the hierarchy has the identity " + value + "; where: a row of " + mapper.place()
                            + ", read for " + mapper.name() + ", known are " + byIdentity
                            + "; what to do: map the class with this identity, or correct the row");
        }
        return found;
    }

    /**
     * What rows meet if they belong to this class, and are there for sessions: those of a shared table, and those that
     * the factory's criteria let through. Null if all rows do.
     */
    public @Nullable Expr<Boolean> criterion() {
        return visible != null ? visible : criterion;
    }

    /** What rows of a shared table meet if they belong to this class; null if all rows do. */
    public @Nullable Expr<Boolean> ownCriterion() {
        return criterion;
    }

    /** Whether criteria of the factory let only some rows through. */
    public boolean isFiltered() {
        return visible != null;
    }

    /** A condition on a superclass, as one on this class where its rows are in a table of their own. */
    public Expr<Boolean> onOwnRows(Expr<Boolean> condition) {
        return isApart() ? Traversal.replace(condition, this::own) : condition;
    }

    /** Whether its rows are in another table than those of some mapped superclass. */
    public boolean isApart() {
        for (EntityMapper m = mapper; m != null; m = m.inheritance().superMapper) {
            if (m.inheritance().kind == Kind.CONCRETE) {
                return true;
            }
        }
        return false;
    }

    private Node own(Node node) {
        return node instanceof Attribute<?, ?> attribute
                        && attribute.owner() != mapper.type()
                        && attribute.owner().isAssignableFrom(mapper.type())
                ? Orm.attribute(mapper.type(), attribute.name())
                : node;
    }

    /** The criteria of the factory. */
    public List<Expr<Boolean>> criteria() {
        return hiding;
    }

    /** Lets only some rows through. */
    void addCriterion(Expr<Boolean> condition) {
        hiding.add(condition);
        Expr<Boolean> before = criterion();
        visible = before == null ? condition : Junction.of(Operator.AND, List.of(before, condition));
    }

    /** How queries of a superclass read the columns that this class adds. */
    public PolymorphicLoad load() {
        return load;
    }

    /** What a query of this class selects from. */
    public PolymorphicFrom from() {
        PolymorphicFrom known = from;
        if (known == null) {
            known = PolymorphicFrom.plain(mapper);
            from = known;
        }
        return known;
    }

    // ---- configuration ----

    void discriminator(Expr<?> expression, @Nullable ColumnAttribute attribute) {
        discriminator = expression;
        discriminatorAttribute = attribute;
    }

    /** Takes the class's identity; gives another class that has it already, or null. */
    @Nullable
    EntityMapper identity(Object value) {
        identity = value;
        EntityMapper other = byIdentity.putIfAbsent(value, mapper);
        return other == mapper ? null : other;
    }

    void load(PolymorphicLoad how) {
        load = how;
    }

    void from(PolymorphicFrom source) {
        from = source;
    }

    /** Decides what a shared table's rows must meet, once all identities are known. */
    void restrict() {
        Expr<?> expression = discriminator();
        if (kind != Kind.SINGLE || expression == null) {
            return;
        }
        List<Expr<?>> identities = new ArrayList<>();
        for (EntityMapper member : family()) {
            Object value = member.inheritance().identity();
            if (value != null) {
                identities.add(constant(expression, value));
            }
        }
        if (!identities.isEmpty()) {
            criterion = new InExpressions(expression, identities, false);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Expr<T> constant(Expr<T> like, Object value) {
        return BindParameter.of(like.type(), (T) Objects.requireNonNull(value));
    }
}
