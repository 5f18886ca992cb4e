package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Col;
import org.aludel.orm.References;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Creates the tables that annotated classes describe, or finds them in the meta data, and binds fields to their
 * columns.
 */
final class TableAssembly {

    private final MetaData metaData;
    private final Map<Class<?>, ClassDeclaration> declarations;
    private final MappingProblems problems;
    private final Map<String, ClassDeclaration> byTable = new LinkedHashMap<>();
    private final List<Table> defined = new ArrayList<>();
    private final DeclaredKeys keys;

    TableAssembly(MetaData metaData, Map<Class<?>, ClassDeclaration> declarations, MappingProblems problems) {
        this.metaData = metaData;
        this.declarations = declarations;
        this.problems = problems;
        this.keys = new DeclaredKeys(metaData, byTable);
    }

    void assemble(ImperativeClasses imperative) {
        for (ClassDeclaration declaration : declarations.values()) {
            claim(declaration);
        }
        for (ClassDeclaration declaration : declarations.values()) { // superclasses come first
            if (declaration.sharesTable()) {
                share(declaration);
            } else if (!declaration.isPlaced() && byTable.get(fullName(declaration)) == declaration) {
                Table existing = metaData.find(fullName(declaration));
                if (existing == null) {
                    create(declaration);
                } else {
                    bind(declaration, existing);
                }
            }
            if (declaration.annotation == null) {
                imperative.bindColumns(declaration);
            }
        }
        for (ClassDeclaration declaration : declarations.values()) {
            checkForeignKeys(declaration);
        }
    }

    private void claim(ClassDeclaration declaration) {
        if (declaration.sharesTable() || declaration.selectable != null) {
            return;
        }
        ClassDeclaration other = byTable.putIfAbsent(fullName(declaration), declaration);
        if (other != null && (declaration.annotation != null || other.annotation != null)) {
            problems.add(
                    "ALU-0426",
                    declaration.type,
                    "table " + fullName(declaration) + " belongs to " + other
                            + " already; give each class a table of its own with @Mapped(table = ...)");
        }
    }

    /** A class in the table of its superclass; its columns are there if the table was made here. */
    private void share(ClassDeclaration declaration) {
        ClassDeclaration owner = declaration.tableOwner();
        Table table = owner.table;
        declaration.broken |= table == null && owner.selectable == null;
        declaration.table = table;
        declaration.selectable = owner.selectable;
        if (table != null && declaration.annotation != null && !defined.contains(table)) {
            bind(declaration, table);
        }
    }

    static String fullName(ClassDeclaration declaration) {
        Table table = declaration.table;
        if (table != null) {
            return table.fullName();
        }
        return declaration.schema == null ? declaration.tableName : declaration.schema + "." + declaration.tableName;
    }

    // ---- new tables ----

    private void create(ClassDeclaration declaration) {
        NewColumns columns = new NewColumns();
        inheritedKey(declaration, columns);
        for (ClassDeclaration member : sharing(declaration)) {
            for (String field : member.fields.keySet()) {
                Column<?> column = column(member, field);
                if (column != null && !columns.add(member, field, column, references(member, field))) {
                    problems.add(
                            "ALU-0427",
                            member.type,
                            field,
                            "column " + column.name() + " belongs to another field of the class already; name another"
                                    + " with @Col(name = ...)");
                }
                composite(member, field, columns);
            }
        }
        discriminator(declaration, columns);
        if (columns.byName.isEmpty()) {
            problems.add("ALU-0440", declaration.type, "the class has no column; give it fields, one of them with @Id");
            return;
        }
        Table table = define(fullName(declaration), columns.references.complete(columns.byName, keys));
        declaration.table = table;
        for (Place place : columns.places) {
            bindTo(place.declaration(), place.field(), table.c(place.column()));
        }
    }

    /** The columns of a composite that have no fields of their own. */
    private void composite(ClassDeclaration member, String field, NewColumns columns) {
        DeclaredComposite composite = member.composites.get(field);
        for (int i = 0; composite != null && i < composite.names.size(); i++) {
            String name = composite.names.get(i);
            if (hasField(member, name)) {
                continue;
            }
            Column<?> column = composite.column(member, i, problems);
            if (column != null && !columns.add(member, composite.name(i), column, null)) {
                problems.add(
                        "ALU-0427",
                        member.type,
                        composite.name(i),
                        "column " + name + " belongs to another field of the class already; give another prefix with"
                                + " @Composite(prefix = ...), or name the columns");
            }
        }
    }

    private static boolean hasField(ClassDeclaration declaration, String column) {
        return declaration.columnFields.stream()
                .anyMatch(field -> field.column().equals(column));
    }

    /** Which column a field of a class has got. */
    private record Place(ClassDeclaration declaration, String field, String column) {}

    /** The columns of a table that is being made. */
    private static final class NewColumns {
        final Map<String, Column<?>> byName = new LinkedHashMap<>();
        final List<Place> places = new ArrayList<>();
        final DeclaredReferences references = new DeclaredReferences();

        /** Adds a field's column; false if another field has its name, unless subclasses share a column. */
        boolean add(ClassDeclaration member, String field, Column<?> column, @Nullable References references) {
            // rows of the other classes of a shared table have no value there
            Column<?> own = member.sharesTable() ? column.nullable() : column;
            Column<?> other = byName.putIfAbsent(column.name(), own);
            places.add(new Place(member, field, column.name()));
            if (other == null) {
                this.references.add(column.name(), references);
                return true;
            }
            if (isApart(member, field, column) && other.type().equals(column.type())) {
                return true;
            }
            places.remove(places.size() - 1);
            return false;
        }

        private boolean isApart(ClassDeclaration member, String field, Column<?> column) {
            for (Place place : places) {
                boolean own = place.declaration() == member && place.field().equals(field);
                boolean others = place.declaration().sharesTable() && place.declaration() != member;
                if (place.column().equals(column.name()) && !own && !others) {
                    return false;
                }
            }
            return true;
        }

        boolean hasField(String name) {
            for (Place place : places) {
                if (place.field().equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The class and those that share its table. */
    private List<ClassDeclaration> sharing(ClassDeclaration owner) {
        List<ClassDeclaration> sharing = new ArrayList<>();
        for (ClassDeclaration member : declarations.values()) {
            if (member.tableOwner() == owner) {
                sharing.add(member);
            }
        }
        return sharing;
    }

    /** The key of a joined subclass's table, which refers to that of its superclass. */
    private void inheritedKey(ClassDeclaration declaration, NewColumns columns) {
        ClassDeclaration parent = declaration.parent;
        if (declaration.kind != Inheritance.Kind.JOINED || parent == null) {
            return;
        }
        if (declaration.columnFields.stream().anyMatch(field -> field.id() != null)) {
            problems.add(
                    "ALU-0459",
                    declaration.type,
                    "the class has the key of its superclass " + parent
                            + " already; take @Id off its own fields, and name its table's key columns with"
                            + " @Mapped(keyColumns = ...)");
            declaration.broken = true;
            return;
        }
        List<String> own = DeclaredKeys.names(declaration);
        List<String> referred = DeclaredKeys.names(parent);
        if (own.size() != referred.size()) {
            problems.add(
                    "ALU-0459",
                    declaration.type,
                    "keyColumns names " + own.size() + " columns, and the key of " + parent + " has " + referred.size()
                            + "; name one for each of " + referred);
            declaration.broken = true;
            return;
        }
        Table target = parent.tableOwner().table;
        if (target == null) {
            declaration.broken = true;
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            Column<?> key = target.c(referred.get(i));
            Column<?> column = Sql.column(own.get(i), key.type()).primaryKey();
            columns.byName.put(own.get(i), own.size() == 1 ? column.references(key) : column);
        }
        if (own.size() > 1) {
            columns.references.composite(
                    own,
                    referred.stream()
                            .map(name -> target.fullName() + "." + name)
                            .toList());
        }
    }

    /** A discriminator that no field has becomes a column of its own. */
    private static void discriminator(ClassDeclaration declaration, NewColumns columns) {
        String name = declaration.annotation == null ? "" : declaration.annotation.discriminator();
        boolean known = name.isEmpty() || columns.byName.containsKey(name) || columns.hasField(name);
        if (!known) {
            columns.byName.put(name, Sql.column(name, Types.string(50)));
        }
    }

    Table define(String name, List<? extends TableItem> items) {
        Table table = metaData.table(name, items);
        defined.add(table);
        return table;
    }

    /** Takes the tables back that were defined here, because the configuration failed. */
    void withdraw() {
        defined.forEach(metaData::remove);
    }

    private static void bindTo(ClassDeclaration declaration, String field, Column<?> column) {
        RelationDeclaration relation = declaration.relations.get(field);
        if (relation == null && field.indexOf('.') < 0) {
            declaration.bound.put(field, column);
        } else {
            declaration.hiddenColumns.put(field, column);
        }
    }

    private static @Nullable References references(ClassDeclaration declaration, String field) {
        RelationDeclaration relation = declaration.relations.get(field);
        if (relation != null) {
            return relation.references;
        }
        for (ClassDeclaration.ColumnField described : declaration.columnFields) {
            if (described.field().name().equals(field)) {
                return described.references();
            }
        }
        return null;
    }

    private @Nullable Column<?> column(ClassDeclaration declaration, String field) {
        RelationDeclaration relation = declaration.relations.get(field);
        if (relation != null) {
            return relation.references == null ? null : hidden(relation, relation.references);
        }
        for (ClassDeclaration.ColumnField described : declaration.columnFields) {
            if (described.field().name().equals(field)) {
                return column(declaration, described);
            }
        }
        return null;
    }

    private Column<?> column(ClassDeclaration declaration, ClassDeclaration.ColumnField described) {
        Class<?> javaType = described.field().type();
        Col col = described.col();
        Column<?> column = Column.of(described.column(), requireNonNull(ColumnTypes.of(javaType, col)));
        if (described.id() != null) {
            column = column.primaryKey();
            if (!described.id().autoincrement()) {
                column = column.autoincrement(false);
            }
        }
        if (javaType.isPrimitive()
                || col != null && !col.nullable()
                || described.field().name().equals(declaration.version)) {
            column = column.notNull();
        }
        if (col != null && col.unique()) {
            column = column.unique();
        }
        if (col != null && col.index()) {
            column = column.indexed();
        }
        if (col != null && !col.serverDefault().isEmpty()) {
            column = column.serverDefault(Sql.literalColumn(col.serverDefault(), column.type()));
        }
        return column;
    }

    private @Nullable Column<?> hidden(RelationDeclaration relation, References references) {
        Type<?> type = keys.typeOf(references.value());
        if (type == null) {
            unknownTarget(relation.owner, relation.name(), references.value());
            return null;
        }
        Column<?> column = Column.of(requireNonNull(relation.hiddenColumn), type);
        if (relation.hiddenKey) {
            column = column.primaryKey();
        } else if (!relation.hiddenNullable) {
            column = column.notNull();
        }
        return column;
    }

    // ---- tables that are there ----

    private void bind(ClassDeclaration declaration, Table table) {
        declaration.table = table;
        for (ClassDeclaration.ColumnField described : declaration.columnFields) {
            bind(declaration, table, described.field().name(), described.column());
        }
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.hiddenColumn != null) {
                bind(declaration, table, relation.name(), relation.hiddenColumn);
            }
        }
        for (DeclaredComposite composite : declaration.composites.values()) {
            for (int i = 0; i < composite.names.size(); i++) {
                String name = composite.names.get(i);
                if (!hasField(declaration, name)) {
                    bind(declaration, table, composite.name(i), name);
                }
            }
        }
    }

    private void bind(ClassDeclaration declaration, Table table, String field, String name) {
        Column<?> column = ClassDeclaration.columnOf(table, name);
        if (column == null) {
            problems.add(
                    "ALU-0432",
                    declaration.type,
                    field,
                    "table " + table.fullName() + ", which is in the MetaData already, has no column " + name
                            + "; add it there, name another with @Col(name = ...), or mark the field @Unmapped");
            return;
        }
        bindTo(declaration, field, column);
    }

    private void checkForeignKeys(ClassDeclaration declaration) {
        Table table = declaration.table;
        if (table == null) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            try {
                key.referredColumns();
            } catch (ArgumentException e) {
                unknownTarget(
                        declaration,
                        fieldOf(declaration, key.columns().get(0)),
                        key.targets().get(0));
            }
        }
    }

    private static String fieldOf(ClassDeclaration declaration, Column<?> column) {
        for (Map<String, Column<?>> places : List.of(declaration.bound, declaration.hiddenColumns)) {
            for (Map.Entry<String, Column<?>> entry : places.entrySet()) {
                if (entry.getValue() == column) {
                    return entry.getKey();
                }
            }
        }
        return column.name();
    }

    private void unknownTarget(ClassDeclaration declaration, String field, String target) {
        declaration.broken = true;
        problems.add(
                "ALU-0432",
                declaration.type,
                field,
                "the foreign key refers to " + target
                        + ", and there is no such column; name it as \"table.column\", with a"
                        + " table of the MetaData or of a mapped class");
    }
}
