package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.CollectionClass;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** Finds out how the members of a relation are kept, from the field's type and what was said besides. */
final class CollectionSpecs {

    private final MappingProblems problems;

    CollectionSpecs(MappingProblems problems) {
        this.problems = problems;
    }

    /** The specification of a collection; null for a reference, or after a mistake, which is reported. */
    @Nullable
    CollectionSpec of(RelationDeclaration relation) {
        CollectionKind kind = relation.kind;
        if (kind == null) {
            return null;
        }
        CollectionClass.Options said = relation.options.collection().options();
        EntityMapper target = requireNonNull(requireNonNull(relation.target).mapper);
        List<ColumnAttribute> key = key(relation, target, said);
        ColumnAttribute position = said.position() == null ? null : column(relation, target, said.position());
        boolean map = kind == CollectionKind.MAP || kind == CollectionKind.SORTED_MAP;
        if (!map && said.isKeyed()) {
            report(relation, "ALU-0486", "members by key need a field of type Map; declare it so");
            return null;
        }
        if (position != null && kind != CollectionKind.LIST && kind != CollectionKind.COLLECTION) {
            report(relation, "ALU-0486", "only a list keeps positions; declare the field as List");
            return null;
        }
        if (kind == CollectionKind.SORTED_SET
                && said.comparator() == null
                && !Comparable.class.isAssignableFrom(target.type())) {
            report(
                    relation,
                    "ALU-0486",
                    target.name() + " has no natural order; let it implement Comparable, or give"
                            + " @Relationship(sortedBy = ...) or collection(sorted(...))");
            return null;
        }
        CollectionRoles roles =
                kind == CollectionKind.CUSTOM ? CollectionRoles.of(relation.field.type(), said.factory()) : null;
        return new CollectionSpec(kind, key, said.keyFunction(), said.comparator(), position, said.numbering(), roles);
    }

    private List<ColumnAttribute> key(RelationDeclaration relation, EntityMapper target, CollectionClass.Options said) {
        List<ColumnAttribute> key = new ArrayList<>();
        for (String name : said.keyAttributes()) {
            ColumnAttribute part = column(relation, target, name);
            if (part != null) {
                key.add(part);
            }
        }
        for (Column<?> column : said.keyColumns()) {
            ColumnAttribute part = target.findColumn(column);
            if (part == null) {
                report(
                        relation,
                        "ALU-0486",
                        "column " + column + " is not mapped by " + target.name() + "; give a column of its table");
            } else {
                key.add(part);
            }
        }
        return key;
    }

    private @Nullable ColumnAttribute column(RelationDeclaration relation, EntityMapper target, String name) {
        if (target.find(name) instanceof ColumnAttribute column) {
            return column;
        }
        report(
                relation,
                "ALU-0486",
                target.name() + " has no column attribute " + name + "; give one of its attributes");
        return null;
    }

    private void report(RelationDeclaration relation, String code, String text) {
        problems.add(code, relation.owner.type, relation.name(), text);
    }
}
