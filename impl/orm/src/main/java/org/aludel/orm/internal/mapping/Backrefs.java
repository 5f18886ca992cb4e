package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.jspecify.annotations.Nullable;

/** Finds the target of each relation and brings the two directions of a relation together. */
final class Backrefs {

    private final Map<Class<?>, ClassDeclaration> declarations;
    private final Set<Class<?>> failed;
    private final MappingProblems problems;
    private final RelationFields relationFields;

    /**
     * @param declarations the classes that could be read
     * @param failed classes that could not, whose mistakes are reported already
     */
    Backrefs(Map<Class<?>, ClassDeclaration> declarations, Set<Class<?>> failed, MappingProblems problems) {
        this.declarations = declarations;
        this.failed = failed;
        this.problems = problems;
        this.relationFields = new RelationFields(problems);
    }

    void resolve() {
        List<RelationDeclaration> declared = new ArrayList<>();
        for (ClassDeclaration declaration : declarations.values()) {
            declared.addAll(declaration.relations.values());
        }
        for (RelationDeclaration relation : declared) {
            findTarget(relation);
        }
        for (RelationDeclaration relation : declared) {
            if (relation.target != null && relation.hints.backref() != null) {
                pair(relation, relation.target, relation.hints.backref());
            }
        }
    }

    private void findTarget(RelationDeclaration relation) {
        ClassDeclaration target = declarations.get(relation.targetType);
        if (target == null && !failed.contains(relation.targetType)) {
            problems.add(
                    "ALU-0422",
                    relation.owner.type,
                    relation.name(),
                    "the class referred to, " + relation.targetType.getName()
                            + ", is not mapped; give it to the SessionFactory's builder too");
        }
        relation.target = target;
    }

    private void pair(RelationDeclaration relation, ClassDeclaration target, String name) {
        RelationDeclaration other = target.relation(name);
        if (other != null && other.refused) {
            return;
        }
        if (other == null) {
            other = implied(relation, target, name);
            if (other == null) {
                return;
            }
        }
        if (!other.targetType.isAssignableFrom(relation.owner.type)) {
            mismatch(
                    relation,
                    other,
                    other + " refers to " + other.targetType.getSimpleName() + ", not to " + relation.owner);
        } else if (other.hints.backref() != null && !other.hints.backref().equals(relation.name())) {
            mismatch(relation, other, other + " names " + other.hints.backref() + " as its backref");
        } else if (other.partner != null && other.partner != relation) {
            mismatch(relation, other, other + " is the backref of " + other.partner + " already");
        } else if (other.isCollection() && relation.isCollection() && !saySecondary(relation, other)) {
            mismatch(
                    relation,
                    other,
                    "both sides are collections; make one a single reference, or give a secondary table for a"
                            + " many-to-many relation");
        } else if (saySecondary(relation, other) && !(other.isCollection() && relation.isCollection())) {
            mismatch(relation, other, "a relation through a secondary table needs collections on both sides");
        } else if (disagree(relation.hints, other.hints)) {
            mismatch(relation, other, other + " names another secondary table");
        } else {
            relation.partner = other;
            other.partner = relation;
        }
    }

    private static boolean saySecondary(RelationDeclaration one, RelationDeclaration other) {
        return one.hints.saySecondary() || other.hints.saySecondary();
    }

    private static boolean disagree(RelationDeclaration.Hints one, RelationDeclaration.Hints other) {
        String first = secondaryName(one);
        String second = secondaryName(other);
        return first != null && second != null && !first.equals(second);
    }

    private static @Nullable String secondaryName(RelationDeclaration.Hints hints) {
        return hints.secondary() != null ? hints.secondary().label() : hints.secondaryName();
    }

    private @Nullable RelationDeclaration implied(RelationDeclaration relation, ClassDeclaration target, String name) {
        AttributeInfo info = target.fields.get(name);
        ClassDeclaration above = target.inherited();
        if (info != null && above != null && !target.owns(info)) {
            return implied(relation, above, name);
        }
        Field field = target.plainFields.get(name);
        if (info == null || field == null && !target.bound.containsKey(name)) {
            if (info == null) {
                problems.add(
                        "ALU-0424",
                        relation.owner.type,
                        relation.name(),
                        target + " has no field " + name
                                + " for the backref; declare one or correct the name, its fields are "
                                + target.fields.keySet());
            }
            return null; // a field whose own mistake is reported already
        }
        if (field == null || !refersTo(field, relation.owner.type)) {
            mismatch(relation, null, target + "." + name + " does not refer to " + relation.owner);
            return null;
        }
        RelationDeclaration other = relationFields.declare(
                target, info, field, relation.owner.type, RelationDeclaration.Hints.NONE, RelationOptions.DEFAULT);
        if (other != null) {
            other.target = relation.owner;
            target.plainFields.remove(name);
            target.relations.put(name, other);
        }
        return other;
    }

    private static boolean refersTo(Field field, Class<?> owner) {
        Class<?> type = RelationFields.targetOf(field);
        if (type == null) {
            return Collection.class.isAssignableFrom(field.getType());
        }
        return type != Object.class && type.isAssignableFrom(owner);
    }

    private void mismatch(RelationDeclaration relation, @Nullable RelationDeclaration other, String what) {
        relation.refused = true;
        if (other != null) {
            other.refused = true;
        }
        problems.add(
                "ALU-0425",
                relation.owner.type,
                relation.name(),
                "backref " + relation.hints.backref() + " does not match: " + what
                        + (what.contains(";") ? "" : "; let both sides name each other"));
    }
}
