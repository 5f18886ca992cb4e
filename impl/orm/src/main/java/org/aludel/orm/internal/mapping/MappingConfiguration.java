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
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.internal.mapping.RelationAttribute.Connection;
import org.aludel.schema.Column;
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
    private final RelationConnections connections;
    private final Map<Class<?>, ClassDeclaration> declarations = new LinkedHashMap<>();
    private final Set<Class<?>> failed = new HashSet<>();
    private final Set<RelationDeclaration> visited = new HashSet<>();

    MappingConfiguration(MetaData metaData, NamingStrategy naming, Completions completions) {
        this.metaData = metaData;
        this.completions = completions;
        this.annotatedClasses = new AnnotatedClasses(naming, problems);
        this.imperativeClasses = new ImperativeClasses(naming, problems);
        this.tables = new TableAssembly(metaData, declarations, problems);
        this.connections = new RelationConnections(problems);
    }

    MapperRegistry configure(Collection<? extends Class<?>> annotated, Collection<Mappings> imperative) {
        read(annotated, imperative);
        new Backrefs(declarations, failed, problems).resolve();
        declarations.values().stream()
                .filter(declaration -> declaration.table == null)
                .forEach(annotatedClasses::readColumns);
        tables.assemble();
        List<ClassDeclaration> mapped = makeMappers();
        tables.assembleSecondaries(mapped);
        mapped.forEach(this::connect);
        List<EntityMapper> mappers = new ArrayList<>();
        for (ClassDeclaration declaration : mapped) {
            finish(declaration);
            mappers.add(requireNonNull(declaration.mapper));
        }
        new Constraints(mappers).apply();
        if (!problems.isEmpty()) {
            tables.withdraw();
            problems.raise();
        }
        return new MapperRegistry(metaData, mappers);
    }

    private void read(Collection<? extends Class<?>> annotated, Collection<Mappings> imperative) {
        for (Class<?> type : annotated) {
            ClassDeclaration declaration = annotatedClasses.read(type);
            if (declaration != null) {
                ClassMapping<?> mapping = ClassMapping.of(type);
                completions.apply(mapping, declaration.instrumented, problems);
                imperativeClasses.complete(declaration, mapping);
                declaration.description = mapping;
            }
            register(type, declaration);
        }
        for (Mappings mappings : imperative) {
            for (ClassMapping<?> mapping : mappings.mappings()) {
                register(mapping.type(), imperativeClasses.read(mapping, completions));
            }
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

    private void register(Class<?> type, @Nullable ClassDeclaration declaration) {
        if (declaration == null) {
            failed.add(type);
        } else if (declarations.putIfAbsent(type, declaration) != null) {
            problems.add("ALU-0443", type, "the class is mapped twice; map it once per SessionFactory");
        }
    }

    /** Makes the mappers of all classes that have a table and a key, in the order of the tables' dependencies. */
    private List<ClassDeclaration> makeMappers() {
        List<ClassDeclaration> complete = new ArrayList<>();
        for (ClassDeclaration declaration : declarations.values()) {
            if (declaration.table != null && hasKey(declaration)) {
                complete.add(declaration);
            }
        }
        List<ClassDeclaration> sorted = TableOrder.sort(complete);
        for (int i = 0; i < sorted.size(); i++) {
            ClassDeclaration declaration = sorted.get(i);
            declaration.mapper = new EntityMapper(declaration.instrumented, requireNonNull(declaration.table), i);
            declaration.mapper.description(declaration.description);
            columns(declaration, declaration.mapper);
        }
        return sorted;
    }

    private boolean hasKey(ClassDeclaration declaration) {
        if (requireNonNull(declaration.table).primaryKey().isEmpty()) {
            if (!declaration.broken) {
                problems.add(
                        "ALU-0440",
                        declaration.type,
                        "table " + declaration.tableName + " has no primary key; mark a field with @Id");
            }
            return false;
        }
        return true;
    }

    private void columns(ClassDeclaration declaration, EntityMapper mapper) {
        Map<Column<?>, String> fieldOf = new LinkedHashMap<>();
        declaration.bound.forEach((field, column) -> {
            String other = fieldOf.putIfAbsent(column, field);
            if (other != null) {
                problems.add(
                        "ALU-0427",
                        declaration.type,
                        field,
                        "column " + column.name() + " belongs to field " + other + " already; give each its own");
            }
        });
        List<ColumnAttribute> all = new ArrayList<>();
        int hidden = 0;
        for (Column<?> column : mapper.table().columns()) {
            String field = fieldOf.get(column);
            Class<?> columnType = column.type().javaType();
            if (field == null) {
                all.add(new ColumnAttribute(mapper, column.name(), -1, columnType, column, all.size(), hidden++));
                continue;
            }
            var info = requireNonNull(declaration.fields.get(field));
            if (!ColumnTypes.fits(info.type(), column.type())) {
                problems.add(
                        "ALU-0428",
                        declaration.type,
                        field,
                        "a field of type " + info.type().getSimpleName() + " can't hold the values of column "
                                + column.name() + ", which are " + columnType.getSimpleName()
                                + "; change the type of either");
            }
            all.add(new ColumnAttribute(mapper, field, info.index(), info.type(), column, all.size(), -1));
        }
        List<ColumnAttribute> key = new ArrayList<>();
        for (Column<?> column : mapper.table().primaryKey()) {
            all.stream().filter(attribute -> attribute.column() == column).forEach(key::add);
        }
        mapper.columns(all, key);
        mapper.generatedKey(TableAssembly.generatedKey(mapper));
        mapper.version(declaration.version == null ? null : (ColumnAttribute) mapper.find(declaration.version));
    }

    /** Connects the relations of a class; the two directions of one are connected together. */
    private void connect(ClassDeclaration declaration) {
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
                connectBoth(leads ? relation : other, leads ? other : relation);
            }
        }
    }

    private void connectBoth(RelationDeclaration relation, RelationDeclaration other) {
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
                            + " the one-to-many side, or promise it with singleParent");
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

    private void finish(ClassDeclaration declaration) {
        List<RelationAttribute> relations = new ArrayList<>();
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.attribute != null) {
                relations.add(relation.attribute);
                relation.attribute.orderBy(new CollectionOrder(problems).of(relation));
                relation.attribute.collection(new CollectionSpecs(problems).of(relation));
            }
        }
        requireNonNull(declaration.mapper).relations(relations);
    }
}
