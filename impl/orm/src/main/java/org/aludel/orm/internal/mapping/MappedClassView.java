package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.MappingException;
import org.aludel.orm.MappedClass;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** A mapper as programs see it. */
public final class MappedClassView<E> implements MappedClass<E> {

    private final MapperRegistry registry;
    private final Class<E> type;
    private final EntityMapper mapper;

    /** @param type a mapped class */
    public MappedClassView(MapperRegistry registry, Class<E> type) {
        this.registry = registry;
        this.type = type;
        this.mapper = registry.mapper(type);
    }

    @Override
    public Class<E> type() {
        return type;
    }

    @Override
    public FromItem selectable() {
        return mapper.from().item();
    }

    @Override
    public List<Table> tables() {
        return List.of(mapper.tables());
    }

    @Override
    public Table table() {
        return mapper.table();
    }

    @Override
    public List<Column<?>> primaryKey() {
        List<Column<?>> key = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            key.add(part.column());
        }
        return key;
    }

    @Override
    public List<MappedClass.Attribute> attributes() {
        List<MappedClass.Attribute> all = new ArrayList<>();
        for (ColumnAttribute attribute : mapper.columns()) {
            List<Column<?>> columns = new ArrayList<>();
            if (attribute.expression() == null) {
                columns.add(attribute.column());
                for (Column<?> column : mapper.selectable().columns()) {
                    if (column != attribute.column() && mapper.findColumn(column) == attribute) {
                        columns.add(column);
                    }
                }
            }
            all.add(new MappedClass.Attribute(attribute.name(), attribute.javaType(), columns, attribute.expression()));
        }
        return all;
    }

    @Override
    public List<Relationship> relations() {
        List<Relationship> all = new ArrayList<>();
        for (RelationAttribute relation : mapper.relations()) {
            RelationAttribute reverse = relation.reverse();
            all.add(new Relationship(
                    relation.name(),
                    relation.target().type(),
                    MappedClass.Direction.valueOf(relation.direction().name()),
                    relation.isCollection(),
                    relation.secondary(),
                    reverse == null ? null : reverse.name()));
        }
        return all;
    }

    @Override
    public Relationship relation(String name) {
        for (Relationship relation : relations()) {
            if (relation.name().equals(name)) {
                return relation;
            }
        }
        throw new MappingException(
                "ALU-0439",
                mapper.name() + " has no relation " + name + "; where: " + mapper.place() + "; what to do: use one of "
                        + relations().stream().map(Relationship::name).toList());
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable MappedClass<? super E> superclass() {
        EntityMapper above = mapper.superMapper();
        return above == null ? null : new MappedClassView<>(registry, (Class<? super E>) above.type());
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<MappedClass<? extends E>> subclasses() {
        List<MappedClass<? extends E>> all = new ArrayList<>();
        for (EntityMapper subclass : mapper.inheritance().subclasses()) {
            all.add(new MappedClassView<>(registry, (Class<? extends E>) subclass.type()));
        }
        return all;
    }

    @Override
    public @Nullable Object identity() {
        return mapper.inheritance().identity();
    }

    @Override
    public String toString() {
        return mapper.name() + " mapped to " + mapper.place();
    }
}
