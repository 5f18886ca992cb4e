package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.errors.AludelException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Mapped;
import org.aludel.orm.MapperOptions;
import org.aludel.orm.PolymorphicLoad;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Completes mappers with what needs all of them: expressions on attributes, discriminators, what is loaded along. */
final class Hierarchies {

    private final MappingProblems problems;
    private final MapperRegistry registry;

    Hierarchies(MappingProblems problems, MapperRegistry registry) {
        this.problems = problems;
        this.registry = registry;
    }

    /** @param mapped the classes, superclasses first */
    void complete(List<ClassDeclaration> mapped) {
        for (ClassDeclaration declaration : mapped) {
            EntityMapper mapper = requireNonNull(declaration.mapper);
            try {
                expressions(mapper);
                order(declaration, mapper);
                discriminator(declaration, mapper);
            } catch (AludelException e) {
                add(declaration, e);
            }
        }
        for (ClassDeclaration declaration : mapped) {
            try {
                identity(declaration);
            } catch (AludelException e) {
                add(declaration, e);
            }
        }
        for (ClassDeclaration declaration : mapped) {
            requireNonNull(declaration.mapper).inheritance().restrict();
        }
        for (ClassDeclaration declaration : mapped) {
            loading(declaration);
        }
        for (ClassDeclaration declaration : mapped) {
            try {
                source(requireNonNull(declaration.mapper));
            } catch (AludelException e) {
                add(declaration, e);
            }
        }
    }

    private void add(ClassDeclaration declaration, AludelException problem) {
        problems.add(declaration.type, "mapping", problem);
    }

    private void expressions(EntityMapper mapper) {
        for (ColumnAttribute attribute : mapper.columns()) {
            Expr<?> expression = attribute.expression();
            if (expression != null && attribute.owner() == mapper) {
                attribute.expression(new ClauseAdaption(registry).adapt(expression));
            }
        }
        for (Map.Entry<String, String> synonym : mapper.synonyms().entrySet()) {
            if (mapper.find(synonym.getValue()) == null) {
                problems.add(
                        "ALU-0430",
                        mapper.type(),
                        synonym.getKey(),
                        "the attribute " + synonym.getValue()
                                + " that it is another name for is not mapped; name one that is");
            }
        }
    }

    private void order(ClassDeclaration declaration, EntityMapper mapper) {
        List<Ordering> given = declaration.mapping.options().orderBy();
        EntityMapper above = mapper.inheritance().inherited();
        if (given.isEmpty() && above != null) {
            mapper.orderBy(above.orderBy());
            return;
        }
        List<Ordering> order = new ArrayList<>();
        for (Ordering ordering : given) {
            order.add(new ClauseAdaption(registry).adapt(ordering));
        }
        mapper.orderBy(order);
    }

    // ---- discriminators ----

    private void discriminator(ClassDeclaration declaration, EntityMapper mapper) {
        Expr<?> given = declaration.mapping.options().polymorphicOn();
        String name = declaration.annotation == null ? "" : declaration.annotation.discriminator();
        if (given == null && name.isEmpty()) {
            return;
        }
        if (given == null) {
            Column<?> column = declaration.column(name);
            if (column == null) {
                problems.add(
                        "ALU-0462",
                        declaration.type,
                        "the discriminator " + name + " is neither an attribute nor a column of " + mapper.place()
                                + "; name one that is");
                return;
            }
            given = column;
        }
        if (given instanceof Attribute<?, ?> attribute
                && mapper.find(attribute.name()) instanceof ColumnAttribute found
                && found.expression() != null) {
            mapper.inheritance().discriminator(found.expression(), null);
            return;
        }
        Expr<?> expression = new ClauseAdaption(registry).adapt(given);
        ColumnAttribute attribute = expression instanceof Column<?> column ? mapper.findColumn(column) : null;
        mapper.inheritance().discriminator(expression, attribute);
    }

    private void identity(ClassDeclaration declaration) {
        EntityMapper mapper = requireNonNull(declaration.mapper);
        Inheritance inheritance = mapper.inheritance();
        Object value = declaration.mapping.options().identity();
        Mapped annotation = declaration.annotation;
        if (value == null && annotation != null && !annotation.identity().isEmpty()) {
            value = annotation.identity();
        }
        Expr<?> discriminator = inheritance.discriminator();
        if (value == null
                && discriminator != null
                && !Modifier.isAbstract(declaration.type.getModifiers())
                && CharSequence.class.isAssignableFrom(discriminator.type().javaType())) {
            value = mapper.name();
        }
        if (value == null) {
            return;
        }
        Object fitting = discriminator == null ? value : fitting(declaration, discriminator.type(), value);
        EntityMapper other = fitting == null ? null : inheritance.identity(fitting);
        if (other != null) {
            problems.add(
                    "ALU-0463",
                    declaration.type,
                    "the identity " + fitting + " is that of " + other.name() + " already; give each class its own");
        }
    }

    private @Nullable Object fitting(ClassDeclaration declaration, Type<?> type, Object value) {
        Class<?> wanted = type.javaType();
        if (wanted.isInstance(value) || wanted == Object.class) {
            return value;
        }
        try {
            if (value instanceof String text && Number.class.isAssignableFrom(wanted)) {
                return type.coerce(Long.valueOf(text.trim()));
            }
            if (value instanceof String text && wanted.isEnum()) {
                for (Object constant : wanted.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals(text)) {
                        return constant;
                    }
                }
            }
            if (value instanceof String text && wanted == Boolean.class) {
                return Boolean.valueOf(text);
            }
            if (value instanceof String text && wanted == Character.class && text.length() == 1) {
                return text.charAt(0);
            }
            return type.coerce(value);
        } catch (AludelException | NumberFormatException e) {
            problems.add(
                    "ALU-0464",
                    declaration.type,
                    "the identity " + value + " is no value of the discriminator, which holds " + wanted.getSimpleName()
                            + "; give one that is");
            return null;
        }
    }

    // ---- what is loaded along ----

    private void loading(ClassDeclaration declaration) {
        EntityMapper mapper = requireNonNull(declaration.mapper);
        MapperOptions options = declaration.mapping.options();
        PolymorphicLoad load = options.polymorphicLoad();
        if (load == null && declaration.annotation != null) {
            load = declaration.annotation.load();
        }
        if (load != null) {
            mapper.inheritance().load(load);
        }
    }

    private void source(EntityMapper mapper) {
        MapperOptions options = mapper.options();
        List<EntityMapper> inlined = new ArrayList<>();
        List<Class<?>> named = options.withPolymorphic();
        for (EntityMapper member : mapper.inheritance().family()) {
            boolean wanted = member.inheritance().load() == PolymorphicLoad.INLINE
                    || named != null && (named.isEmpty() || named.contains(member.type()));
            if (member != mapper && wanted) {
                inlined.add(member);
            }
        }
        FromItem given = options.polymorphicFrom();
        if (given != null) {
            Expr<?> discriminator = mapper.inheritance().discriminator();
            Expr<?> there = discriminator instanceof Column<?> column
                    ? given.columns().contains(column) ? column : given.correspondingColumn(column)
                    : null;
            mapper.inheritance().from(PolymorphicFrom.given(mapper, given, inlined, there));
        } else if (!inlined.isEmpty() && ConcreteUnion.isNeeded(mapper, inlined)) {
            mapper.inheritance().from(new ConcreteUnion(mapper, inlined).source());
        } else if (!inlined.isEmpty()) {
            mapper.inheritance().from(PolymorphicFrom.joined(mapper, inlined));
        }
    }
}
