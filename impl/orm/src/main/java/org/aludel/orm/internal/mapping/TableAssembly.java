package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Col;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.References;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Creates the tables that annotated classes describe, or finds them in the meta data, and binds fields to their
 * columns.
 */
final class TableAssembly {

    private static final int DEPTH = 16;

    private final MetaData metaData;
    private final Map<Class<?>, ClassDeclaration> declarations;
    private final MappingProblems problems;
    private final Map<String, ClassDeclaration> byTable = new LinkedHashMap<>();
    private final List<Table> defined = new ArrayList<>();

    TableAssembly(MetaData metaData, Map<Class<?>, ClassDeclaration> declarations, MappingProblems problems) {
        this.metaData = metaData;
        this.declarations = declarations;
        this.problems = problems;
    }

    void assemble() {
        declarations.values().forEach(this::claim);
        for (ClassDeclaration declaration : declarations.values()) {
            if (declaration.table == null && byTable.get(fullName(declaration)) == declaration) {
                Table existing = metaData.find(fullName(declaration));
                if (existing == null) {
                    create(declaration);
                } else {
                    bind(declaration, existing);
                }
            }
        }
        declarations.values().forEach(this::checkForeignKeys);
    }

    private void claim(ClassDeclaration declaration) {
        ClassDeclaration other = byTable.putIfAbsent(fullName(declaration), declaration);
        if (other != null) {
            problems.add(
                    "ALU-0426",
                    declaration.type,
                    "table " + fullName(declaration) + " belongs to " + other
                            + " already; give each class a table of its own with @Mapped(table = ...)");
        }
    }

    private static String fullName(ClassDeclaration declaration) {
        Table table = declaration.table;
        if (table != null) {
            return table.fullName();
        }
        return declaration.schema == null ? declaration.tableName : declaration.schema + "." + declaration.tableName;
    }

    // ---- new tables ----

    private void create(ClassDeclaration declaration) {
        Map<String, Column<?>> columns = new LinkedHashMap<>();
        Map<String, String> places = new HashMap<>();
        DeclaredReferences references = new DeclaredReferences();
        for (String field : declaration.fields.keySet()) {
            Column<?> column = column(declaration, field);
            if (column == null) {
                continue;
            }
            if (columns.putIfAbsent(column.name(), column) == null) {
                places.put(field, column.name());
                references.add(column.name(), references(declaration, field));
            } else {
                problems.add(
                        "ALU-0427",
                        declaration.type,
                        field,
                        "column " + column.name() + " belongs to another field of the class already; name another with"
                                + " @Col(name = ...)");
            }
        }
        if (columns.isEmpty()) {
            problems.add("ALU-0440", declaration.type, "the class has no column; give it fields, one of them with @Id");
            return;
        }
        Table table = define(fullName(declaration), references.complete(columns, this::keyOf));
        declaration.table = table;
        places.forEach((field, name) -> bindTo(declaration, field, table.c(name)));
    }

    private Table define(String name, List<? extends TableItem> items) {
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
        if (relation == null) {
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
        return declaration.columnFields.stream()
                .filter(described -> described.field().name().equals(field))
                .findFirst()
                .map(ClassDeclaration.ColumnField::references)
                .orElse(null);
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
        Column<?> column = Sql.column(described.column(), requireNonNull(ColumnTypes.of(javaType, col)));
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
        Type<?> type = typeOf(references.value(), DEPTH);
        if (type == null) {
            unknownTarget(relation.owner, relation.name(), references.value());
            return null;
        }
        Column<?> column = Sql.column(requireNonNull(relation.hiddenColumn), type);
        if (relation.hiddenKey) {
            column = column.primaryKey();
        } else if (!relation.hiddenNullable) {
            column = column.notNull();
        }
        return column;
    }

    /** The key of a table as far as it is known: of one that is there, or of a class whose table comes later. */
    private Set<String> keyOf(String name) {
        Set<String> key = new LinkedHashSet<>();
        Table table = metaData.find(name);
        ClassDeclaration declaration = byTable.get(name);
        if (table != null) {
            table.primaryKey().forEach(column -> key.add(column.name()));
        } else if (declaration != null) {
            declaration.columnFields.stream()
                    .filter(field -> field.id() != null)
                    .forEach(field -> key.add(field.column()));
            declaration.relations.values().stream()
                    .filter(relation -> relation.hiddenKey)
                    .forEach(relation -> key.add(requireNonNull(relation.hiddenColumn)));
        }
        return key;
    }

    /** The type of a column that a foreign key refers to, which may not exist yet. */
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
        for (ClassDeclaration.ColumnField field : declaration.columnFields) {
            if (field.column().equals(name)) {
                return ColumnTypes.of(field.field().type(), field.col());
            }
        }
        for (RelationDeclaration relation : declaration.relations.values()) {
            if (relation.references != null && name.equals(relation.hiddenColumn)) {
                return typeOf(relation.references.value(), depth - 1);
            }
        }
        return null;
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

    // ---- tables between ----

    /** Finds or creates the tables between the two sides of many-to-many relations. */
    void assembleSecondaries(Collection<ClassDeclaration> mapped) {
        for (ClassDeclaration declaration : mapped) {
            for (RelationDeclaration relation : declaration.relations.values()) {
                boolean complete = relation.target != null && relation.target.mapper != null;
                if (relation.hints.secondary() instanceof Table table) {
                    relation.secondary = table;
                } else if (relation.hints.secondaryName() != null && complete) {
                    Table found = metaData.find(relation.hints.secondaryName());
                    relation.secondary = found != null ? found : secondary(relation, relation.hints.secondaryName());
                }
            }
        }
    }

    private Table secondary(RelationDeclaration relation, String name) {
        EntityMapper owner = requireNonNull(relation.owner.mapper);
        EntityMapper target = requireNonNull(requireNonNull(relation.target).mapper);
        List<Column<?>> columns = new ArrayList<>();
        String far = NamingStrategy.snakeCase(target.name());
        addKey(columns, owner, NamingStrategy.snakeCase(owner.name()));
        addKey(columns, target, owner == target ? "other_" + far : far);
        return define(name, columns);
    }

    /** A key column that carries its class's name already, as {@code playlist_id} does, is not given it twice. */
    private static void addKey(List<Column<?>> columns, EntityMapper mapper, String prefix) {
        String repeated = NamingStrategy.snakeCase(mapper.name()) + "_";
        for (ColumnAttribute part : mapper.primaryKey()) {
            String key = part.column().name();
            String rest = key.startsWith(repeated) ? key.substring(repeated.length()) : key;
            columns.add(Sql.column(prefix + "_" + rest, part.column().type())
                    .primaryKey()
                    .references(part.column()));
        }
    }

    /** The single integer key that the database generates. */
    static @Nullable ColumnAttribute generatedKey(EntityMapper mapper) {
        Column<?> generated = mapper.table().generatedColumn();
        ColumnAttribute[] key = mapper.primaryKey();
        return generated != null && key.length == 1 && key[0].column() == generated ? key[0] : null;
    }
}
