package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Keys of tables, and types of columns that foreign keys refer to, before all tables are there. */
final class DeclaredKeys {

    /** How far a foreign key that refers to a foreign key is followed. */
    private static final int DEPTH = 16;

    private final MetaData metaData;
    private final Map<String, ClassDeclaration> byTable;

    DeclaredKeys(MetaData metaData, Map<String, ClassDeclaration> byTable) {
        this.metaData = metaData;
        this.byTable = byTable;
    }

    /** Names of the key columns of a class's table. */
    static List<String> names(ClassDeclaration declaration) {
        ClassDeclaration owner = declaration.tableOwner();
        if (owner.table != null) {
            return List.copyOf(names(owner.table));
        }
        if (owner.kind == Inheritance.Kind.JOINED && owner.parent != null) {
            String[] named = owner.annotation == null ? new String[0] : owner.annotation.keyColumns();
            return named.length > 0 ? List.of(named) : names(owner.parent);
        }
        List<String> names = new ArrayList<>();
        for (ClassDeclaration.ColumnField field : owner.columnFields) {
            if (field.id() != null) {
                names.add(field.column());
            }
        }
        for (DeclaredComposite composite : owner.composites.values()) {
            if (composite.key) {
                names.addAll(composite.names);
            }
        }
        for (RelationDeclaration relation : owner.relations.values()) {
            if (relation.hiddenKey) {
                names.add(requireNonNull(relation.hiddenColumn));
            }
        }
        return names;
    }

    private static Set<String> names(Table table) {
        Set<String> names = new LinkedHashSet<>();
        for (Column<?> column : table.primaryKey()) {
            names.add(column.name());
        }
        return names;
    }

    /** The key of a table as far as it is known: of one that is there, or of a class whose table comes later. */
    Set<String> of(String name) {
        Table table = metaData.find(name);
        if (table != null) {
            return names(table);
        }
        ClassDeclaration declaration = byTable.get(name);
        return declaration == null ? Set.of() : new LinkedHashSet<>(names(declaration));
    }

    /** The type of a column that a foreign key refers to, which may not exist yet. */
    @Nullable
    Type<?> typeOf(String target) {
        return typeOf(target, DEPTH);
    }

    private @Nullable Type<?> typeOf(String target, int depth) {
        int dot = target.lastIndexOf('.');
        if (dot < 0 || depth == 0) {
            return null;
        }
        String name = target.substring(dot + 1);
        Table table = metaData.find(target.substring(0, dot));
        ClassDeclaration declaration = byTable.get(target.substring(0, dot));
        if (table == null && declaration != null) {
            table = declaration.table;
        }
        if (table != null) {
            Column<?> column = table.find(name);
            return column == null ? null : column.type();
        }
        return declaration == null ? null : typeOf(declaration, name, depth);
    }

    private @Nullable Type<?> typeOf(ClassDeclaration declaration, String name, int depth) {
        if (declaration.kind == Inheritance.Kind.JOINED && declaration.parent != null) {
            int part = names(declaration).indexOf(name);
            List<String> referred = names(declaration.parent);
            if (part >= 0 && part < referred.size()) {
                return typeOf(
                        TableAssembly.fullName(declaration.parent.tableOwner()) + "." + referred.get(part), depth - 1);
            }
        }
        for (ClassDeclaration.ColumnField field : declaration.columnFields) {
            if (field.column().equals(name)) {
                return ColumnTypes.of(field.field().type(), field.col());
            }
        }
        for (DeclaredComposite composite : declaration.composites.values()) {
            int part = composite.names.indexOf(name);
            if (part >= 0) {
                return composite.columnType(part);
            }
        }
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.references != null && name.equals(relation.hiddenColumn)) {
                return typeOf(relation.references.value(), depth - 1);
            }
        }
        return null;
    }
}
