package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.internal.mapping.RelationAttribute.Connection;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/** Turns declarations into mappers, in one pass that goes on after a mistake, so that all of them are reported. */
final class MappingConfiguration {

    private final MetaData metaData;
    private final Completions completions;
    private final MappingProblems problems = new MappingProblems();
    private final AnnotatedClasses annotatedClasses;
    private final ImperativeClasses imperativeClasses;
    private final TableAssembly tables;
    private final Map<Class<?>, ClassDeclaration> declarations = new LinkedHashMap<>();
    private final Set<Class<?>> failed = new HashSet<>();
    private final Set<RelationDeclaration> visited = new HashSet<>();

    MappingConfiguration(MetaData metaData, NamingStrategy naming, Completions completions) {
        this.metaData = metaData;
        this.completions = completions;
        this.annotatedClasses = new AnnotatedClasses(naming, problems);
        this.imperativeClasses = new ImperativeClasses(naming, problems);
        this.tables = new TableAssembly(metaData, declarations, problems);
    }

    MapperRegistry configure(Collection<? extends Class<?>> annotated, Collection<Mappings> imperative) {
        read(annotated, imperative);
        new Backrefs(declarations, failed, problems).resolve();
        for (ClassDeclaration declaration : declarations.values()) {
            if (declaration.annotation != null) {
                annotatedClasses.readColumns(declaration);
            }
        }
        tables.assemble(imperativeClasses);
        DeclaredAttributes attributes = new DeclaredAttributes(declarations);
        List<ClassDeclaration> mapped = new MapperAssembly(problems, attributes).make(declarations.values());
        new SecondaryTables(metaData, tables).assemble(mapped);
        RelationConnections connections = new RelationConnections(problems, attributes);
        for (ClassDeclaration declaration : mapped) {
            connect(declaration, connections);
        }
        List<EntityMapper> mappers = new ArrayList<>();
        for (ClassDeclaration declaration : mapped) {
            finish(declaration, attributes);
            mappers.add(requireNonNull(declaration.mapper));
        }
        new Constraints(mappers).apply();
        MapperRegistry registry = new MapperRegistry(metaData, mappers);
        new Hierarchies(problems, registry).complete(mapped);
        if (!problems.isEmpty()) {
            tables.withdraw();
            problems.raise();
        }
        new OverlappingRelations().warn(mappers);
        for (Mappings mappings : imperative) {
            mappings.mappings().forEach(ClassMapping::seal);
        }
        for (ClassDeclaration declaration : declarations.values()) {
            declaration.mapping.seal();
        }
        return registry;
    }

    private void read(Collection<? extends Class<?>> annotated, Collection<Mappings> imperative) {
        Map<Class<?>, ClassMapping<?>> described = new LinkedHashMap<>();
        for (Mappings mappings : imperative) {
            for (ClassMapping<?> mapping : mappings.mappings()) {
                if (described.putIfAbsent(mapping.type(), mapping) != null) {
                    mappedTwice(mapping.type());
                }
            }
        }
        Set<Class<?>> named = new HashSet<>();
        for (Class<?> type : annotated) {
            if (!named.add(type) || described.containsKey(type)) {
                mappedTwice(type);
            }
            readAnnotated(type, described);
        }
        for (ClassMapping<?> mapping : described.values()) {
            readDescribed(mapping, described);
        }
        for (Class<?> type : completions.types()) {
            if (!declarations.containsKey(type) && !failed.contains(type)) {
                problems.add(
                        "ALU-0453",
                        type,
                        "the class is configured but not mapped; give it to the builder with map(...) or with(...) too");
            }
        }
    }

    private void mappedTwice(Class<?> type) {
        problems.add("ALU-0443", type, "the class is mapped twice; map it once per SessionFactory");
    }

    /** Reads an annotated class, after its mapped superclass, which need not be named. */
    private void readAnnotated(Class<?> type, Map<Class<?>, ClassMapping<?>> described) {
        if (declarations.containsKey(type) || failed.contains(type)) {
            return;
        }
        ClassDeclaration parent = null;
        for (Class<?> c = type.getSuperclass(); c != null && parent == null; c = c.getSuperclass()) {
            if (c.getDeclaredAnnotation(Mapped.class) != null) {
                readAnnotated(c, described);
            } else if (described.containsKey(c)) {
                readDescribed(requireNonNull(described.get(c)), described);
            } else {
                continue;
            }
            parent = declarations.get(c);
            if (parent == null) {
                failed.add(type);
                return;
            }
        }
        ClassDeclaration declaration = annotatedClasses.read(type, parent);
        if (declaration != null) {
            completions.apply(declaration.mapping, declaration.instrumented, problems);
            imperativeClasses.complete(declaration);
        }
        register(type, declaration);
    }

    private void readDescribed(ClassMapping<?> given, Map<Class<?>, ClassMapping<?>> described) {
        Class<?> type = given.type();
        if (declarations.containsKey(type) || failed.contains(type)) {
            return;
        }
        // what is said besides belongs to this factory: the description may serve others too
        ClassMapping<?> mapping = given.copy();
        InstrumentedType instrumented = AnnotatedClasses.instrumented(type, problems);
        if (instrumented == null) {
            failed.add(type);
            return;
        }
        completions.apply(mapping, instrumented, problems);
        ClassDeclaration parent = null;
        Class<?> named = mapping.options().inherits();
        if (named != null || mapping.selectable() == null) {
            for (Class<?> c = type.getSuperclass(); c != null && parent == null; c = c.getSuperclass()) {
                if (named == null || named == c) {
                    ClassMapping<?> other = described.get(c);
                    if (other != null) {
                        readDescribed(other, described);
                    }
                    parent = declarations.get(c);
                }
            }
            if (parent == null && named != null) {
                problems.add(
                        "ALU-0458",
                        type,
                        "the superclass " + named.getName() + " is not mapped; map it too, or leave out inherits(...)");
                failed.add(type);
                return;
            }
        }
        register(type, imperativeClasses.read(mapping, parent));
    }

    private void register(Class<?> type, @Nullable ClassDeclaration declaration) {
        if (declaration == null) {
            failed.add(type);
        } else {
            declarations.put(type, declaration);
        }
    }

    /** Connects the relations of a class; the two directions of one are connected together. */
    private void connect(ClassDeclaration declaration, RelationConnections connections) {
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.refused
                    || relation.target == null
                    || relation.target.mapper == null
                    || !visited.add(relation)) {
                continue;
            }
            RelationDeclaration other = relation.partner;
            if (other == null) {
                make(relation, connections.connect(relation));
            } else if (visited.add(other)) {
                boolean leads = relation.precision() >= other.precision();
                connectBoth(leads ? relation : other, leads ? other : relation, connections);
            }
        }
    }

    private void connectBoth(RelationDeclaration relation, RelationDeclaration other, RelationConnections connections) {
        Connection connection = connections.connect(relation);
        if (connection == null || other.owner.mapper == null) {
            return;
        }
        Connection mirror = RelationConnections.mirror(connection);
        if (mirror.direction() == Direction.MANY_TO_ONE && other.isCollection()) {
            problems.add(
                    "ALU-0425",
                    relation.owner.type,
                    relation.name(),
                    "backref " + other.name() + " does not match: " + other
                            + " is a collection, but the foreign key stands in " + other.owner.tableName
                            + "; make it a single reference, or turn remoteSide round");
            return;
        }
        RelationAttribute here = make(relation, connection);
        RelationAttribute there = make(other, mirror);
        if (here != null && there != null) {
            here.reverse(there);
            there.reverse(here);
        }
    }

    private @Nullable RelationAttribute make(RelationDeclaration relation, @Nullable Connection connection) {
        if (connection == null) {
            return null;
        }
        if (relation.options.cascade().contains(Cascade.DELETE_ORPHAN)
                && connection.direction() != Direction.ONE_TO_MANY
                && !relation.options.singleParent()) {
            problems.add(
                    "ALU-0434",
                    relation.owner.type,
                    relation.name(),
                    "DELETE_ORPHAN needs a target that has one parent only, and this relation does not promise it; put it on"
                            + " the one-to-many side, or say singleParent()");
            return null;
        }
        RelationAttribute attribute = new RelationAttribute(
                requireNonNull(relation.owner.mapper),
                relation.name(),
                relation.field.index(),
                relation.field.type(),
                requireNonNull(requireNonNull(relation.target).mapper),
                relation.kind,
                connection,
                relation.options);
        relation.attribute = attribute;
        return attribute;
    }

    private void finish(ClassDeclaration declaration, DeclaredAttributes attributes) {
        EntityMapper mapper = requireNonNull(declaration.mapper);
        EntityMapper above = mapper.inheritance().inherited();
        List<RelationAttribute> relations = new ArrayList<>();
        if (above != null) {
            for (RelationAttribute relation : above.relations()) {
                if (!declaration.relations.containsKey(relation.name())) {
                    relations.add(relation);
                }
            }
        }
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.attribute != null) {
                relations.add(relation.attribute);
                relation.attribute.orderBy(new CollectionOrder(problems, attributes).of(relation));
                if (relation.kind != null) {
                    relation.attribute.collection(new CollectionSpecs(problems).of(relation));
                }
            }
        }
        mapper.relations(relations);
    }
}
