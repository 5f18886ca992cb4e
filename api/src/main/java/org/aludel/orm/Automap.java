package org.aludel.orm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.errors.MappingException;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Maps classes without annotations to tables that are defined or were reflected: each class to the table of its name, each
 * field that refers to another of the classes to a relation along the foreign key between their tables, both directions of
 * one foreign key paired. A table that consists of two foreign keys connects the two sides of a many-to-many relation.
 *
 * <pre>{@code
 * MetaData tables = new MetaData();
 * tables.reflect(engine);
 * SessionFactory sessions = SessionFactory.builder(engine)
 *         .with(Automap.of(tables).map(User.class, Address.class).mappings())
 *         .build();
 * }</pre>
 *
 * <p>The classes are named to the annotation processor by {@link Instrument}.
 *
 * @since 0.1
 */
public final class Automap {

    private final MetaData tables;
    private final Map<Class<?>, Table> mapped = new LinkedHashMap<>();

    private Automap(MetaData tables) {
        this.tables = tables;
    }

    /** Begins with the tables there are. */
    public static Automap of(MetaData tables) {
        return new Automap(tables);
    }

    /**
     * Maps classes to the tables of their names: {@code OrderLine} to {@code OrderLine}, {@code order_line}, or one of these
     * with an s, whatever the case.
     *
     * @throws MappingException ALU-0466 if there is no such table
     */
    public Automap map(Class<?>... classes) {
        for (Class<?> type : classes) {
            mapped.put(type, tableOf(type));
        }
        return this;
    }

    /** Maps a class to a table. */
    public Automap map(Class<?> type, Table table) {
        mapped.put(type, table);
        return this;
    }

    private Table tableOf(Class<?> type) {
        String simple = type.getSimpleName().toLowerCase(Locale.ROOT);
        String snake = NamingStrategy.snakeCase(type.getSimpleName());
        List<String> names = List.of(simple, snake, simple + "s", snake + "s");
        for (String name : names) {
            for (Table table : tables.tables()) {
                if (table.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return table;
                }
            }
        }
        throw new MappingException(
                "ALU-0466",
                "no table has the name of " + type.getSimpleName() + "; where: " + tables.tables()
                        + "; what to do: map the class to its table with map(X.class, table)");
    }

    /** The mappings, for {@link SessionFactoryBuilder#with}. */
    public Mappings mappings() {
        List<Link> links = new ArrayList<>();
        mapped.forEach((type, table) -> fields(type, (field, target, many) -> {
            Link link = link(type, field, target, many, links);
            if (link != null) {
                links.add(link);
            }
        }));
        Mappings mappings = new Mappings();
        mapped.forEach((type, table) -> map(mappings, type, table, links));
        return mappings;
    }

    private <E> void map(Mappings mappings, Class<E> type, Table table, List<Link> links) {
        mappings.map(type, table, mapping -> {
            for (Link link : links) {
                if (link.owner == type) {
                    mapping.property(link.field, link.relationship(links));
                }
            }
        });
    }

    /** A field that follows a foreign key, or a table between. */
    private record Link(
            Class<?> owner,
            String field,
            Class<?> target,
            boolean many,
            @Nullable ForeignKey key,
            @Nullable Table between) {

        RelationshipMapping<?> relationship(List<Link> links) {
            RelationshipMapping<?> relationship = Orm.relationship(target);
            if (between != null) {
                relationship.secondary(between);
            } else if (key != null) {
                relationship.foreignKey(key.columns().toArray(new org.aludel.schema.Column<?>[0]));
            }
            for (Link other : links) {
                boolean same = key != null ? other.key == key && other.many != many : other.between == between;
                if (same && other != this && other.owner == target && other.target == owner) {
                    relationship.backref(other.field);
                }
            }
            return relationship;
        }
    }

    private interface FieldVisitor {
        void visit(Field field, Class<?> target, boolean many);
    }

    /** Visits the fields that refer to others of the classes. */
    private void fields(Class<?> type, FieldVisitor visitor) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                boolean left = Modifier.isStatic(field.getModifiers())
                        || Modifier.isTransient(field.getModifiers())
                        || field.isSynthetic()
                        || field.isAnnotationPresent(Unmapped.class);
                Class<?> target = left ? null : targetOf(field);
                if (target != null && mapped.containsKey(target)) {
                    visitor.visit(field, target, Collection.class.isAssignableFrom(field.getType()));
                }
            }
        }
    }

    private static @Nullable Class<?> targetOf(Field field) {
        if (!Collection.class.isAssignableFrom(field.getType())) {
            return field.getType();
        }
        return field.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> member
                ? member
                : null;
    }

    private @Nullable Link link(Class<?> type, Field field, Class<?> target, boolean many, List<Link> taken) {
        Table own = java.util.Objects.requireNonNull(mapped.get(type));
        Table far = java.util.Objects.requireNonNull(mapped.get(target));
        ForeignKey key = many ? key(far, own, type, field, taken) : key(own, far, type, field, taken);
        if (key != null) {
            return new Link(type, field.getName(), target, many, key, null);
        }
        Table between = many ? between(own, far) : null;
        return between == null ? null : new Link(type, field.getName(), target, true, null, between);
    }

    /** The foreign key that a field follows: the one whose column has its name, else the first that no field follows. */
    private static @Nullable ForeignKey key(Table from, Table to, Class<?> type, Field field, List<Link> taken) {
        String name = NamingStrategy.snakeCase(field.getName());
        ForeignKey free = null;
        for (ForeignKey key : from.foreignKeys()) {
            if (!key.leadsTo(to)) {
                continue;
            }
            if (key.columns().get(0).name().toLowerCase(Locale.ROOT).startsWith(name)) {
                return key;
            }
            boolean used = taken.stream().anyMatch(link -> link.key == key && link.owner == type);
            free = free == null && !used ? key : free;
        }
        return free;
    }

    /** A table that no class is mapped to and that consists of foreign keys to both. */
    private @Nullable Table between(Table own, Table far) {
        for (Table table : tables.tables()) {
            boolean onlyKeys = table.columns().stream()
                    .allMatch(column -> table.foreignKeys().stream()
                            .anyMatch(key -> key.columns().contains(column)));
            boolean both = table.foreignKeys().stream().anyMatch(key -> key.leadsTo(own))
                    && table.foreignKeys().stream().anyMatch(key -> key.leadsTo(far));
            if (onlyKeys && both && !mapped.containsValue(table)) {
                return table;
            }
        }
        return null;
    }
}
