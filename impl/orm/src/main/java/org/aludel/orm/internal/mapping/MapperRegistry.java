package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aludel.errors.MappingException;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.Unresolved;
import org.jspecify.annotations.Nullable;

/**
 * The configured mappings of one session factory. Immutable; its identity is part of the key of cached statements,
 * because it decides what attributes mean.
 */
public final class MapperRegistry implements Resolver {

    private final MetaData metaData;
    private final List<EntityMapper> all;
    private final Map<Class<?>, EntityMapper> byClass = new HashMap<>();
    private final Map<Table, EntityMapper> byTable = new IdentityHashMap<>();
    private final Map<Wanted, PolymorphicFrom> polymorphic = new ConcurrentHashMap<>();
    private final AttributeResolution resolution;
    private @Nullable Boolean narrowing;
    private @Nullable Boolean concrete;

    MapperRegistry(MetaData metaData, List<EntityMapper> inTableOrder) {
        this.metaData = metaData;
        this.all = List.copyOf(inTableOrder);
        for (EntityMapper mapper : inTableOrder) {
            byClass.put(mapper.type(), mapper);
            for (Table table : mapper.tables()) {
                byTable.putIfAbsent(table, mapper);
            }
        }
        this.resolution = new AttributeResolution(this);
    }

    /**
     * Configures mappings; tables that annotated classes describe are created in the meta data unless they are there.
     *
     * @throws MappingException listing every mistake found
     * @throws org.aludel.errors.NotInstrumentedException if that a class is not instrumented is the only mistake
     */
    public static MapperRegistry configure(
            MetaData metaData,
            Collection<? extends Class<?>> annotated,
            Collection<Mappings> imperative,
            NamingStrategy naming) {
        return configure(metaData, annotated, imperative, new Completions(), naming);
    }

    /** The same, with what the program says of classes besides. */
    public static MapperRegistry configure(
            MetaData metaData,
            Collection<? extends Class<?>> annotated,
            Collection<Mappings> imperative,
            Completions completions,
            NamingStrategy naming) {
        return new MappingConfiguration(metaData, naming, completions).configure(annotated, imperative);
    }

    /**
     * The mapper of a class.
     *
     * @throws MappingException ALU-0421 if the class is not mapped
     */
    public EntityMapper mapper(Class<?> type) {
        EntityMapper found = byClass.get(type);
        if (found == null) {
            throw new MappingException(
                    "ALU-0421",
                    "class " + type.getName() + " is not mapped; where: this SessionFactory maps " + all
                            + "; what to do: give the class to the factory's builder with map(...) or with(...)");
        }
        return found;
    }

    public @Nullable EntityMapper find(Class<?> type) {
        return byClass.get(type);
    }

    /** The mapper of a table, if a class is mapped to it. */
    public @Nullable EntityMapper find(Table table) {
        return byTable.get(table);
    }

    /** Lets only rows through that meet a condition, of a class and all classes below it. */
    public void criteria(Class<?> type, Function<Class<?>, ? extends Expr<Boolean>> condition) {
        for (EntityMapper mapper : all()) {
            if (type.isAssignableFrom(mapper.type())) {
                mapper.inheritance().addCriterion(mapper.inheritance().onOwnRows(condition.apply(mapper.type())));
            }
        }
    }

    /** Whether rows of some class must meet something, or are in several tables. */
    public boolean isNarrowing() {
        Boolean known = narrowing;
        if (known == null) {
            known = all.stream()
                    .anyMatch(mapper -> mapper.inheritance().criterion() != null
                            || mapper.from().item() instanceof Join);
            narrowing = known;
        }
        return known;
    }

    /** Whether rows of some class are in another table than those of its mapped superclass. */
    public boolean hasConcrete() {
        Boolean known = concrete;
        if (known == null) {
            known = all.stream().anyMatch(mapper -> mapper.inheritance().kind() == Inheritance.Kind.CONCRETE);
            concrete = known;
        }
        return known;
    }

    /** The topmost mapped classes below a class or interface. */
    public List<EntityMapper> topmost(Class<?> type) {
        List<EntityMapper> topmost = new ArrayList<>();
        for (EntityMapper mapper : all) {
            EntityMapper above = mapper.inheritance().inherited();
            if (type.isAssignableFrom(mapper.type()) && (above == null || !type.isAssignableFrom(above.type()))) {
                topmost.add(mapper);
            }
        }
        return topmost;
    }

    /** All mappers; those whose tables are referred to come before those that refer. */
    public Collection<EntityMapper> all() {
        return Collections.unmodifiableCollection(all);
    }

    public MetaData metaData() {
        return metaData;
    }

    /** How attributes and relation conditions become columns. */
    public AttributeResolution resolution() {
        return resolution;
    }

    @Override
    public @Nullable Expr<?> resolve(Unresolved<?> unresolved) {
        return resolution.resolve(unresolved);
    }

    @Override
    public @Nullable Expr<?> resolveOn(Unresolved<?> attribute, FromItem occurrence) {
        return resolution.resolveOn(attribute, occurrence);
    }

    @Override
    public FromItem occurrence(Class<?> type, @Nullable List<Class<?>> subclasses, @Nullable String name) {
        return from(type, subclasses).another(name);
    }

    /**
     * What a class is selected from.
     *
     * @param subclasses subclasses whose columns are there too; empty for all, null for what the mapping says
     */
    public PolymorphicFrom from(Class<?> type, @Nullable List<Class<?>> subclasses) {
        EntityMapper mapper = mapper(type);
        return subclasses == null
                ? mapper.from()
                : polymorphic.computeIfAbsent(new Wanted(mapper, subclasses), MapperRegistry::polymorphic);
    }

    private record Wanted(EntityMapper mapper, List<Class<?>> subclasses) {}

    private static PolymorphicFrom polymorphic(Wanted wanted) {
        List<EntityMapper> inlined = new ArrayList<>();
        for (EntityMapper member : wanted.mapper().inheritance().family()) {
            if (member != wanted.mapper()
                    && (wanted.subclasses().isEmpty() || wanted.subclasses().contains(member.type()))) {
                inlined.add(member);
            }
        }
        return ConcreteUnion.isNeeded(wanted.mapper(), inlined)
                ? new ConcreteUnion(wanted.mapper(), inlined).source()
                : PolymorphicFrom.joined(wanted.mapper(), inlined);
    }
}
