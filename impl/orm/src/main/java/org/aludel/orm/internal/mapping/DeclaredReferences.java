package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.References;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.TableItem;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The {@link References} of one class, on their way to foreign keys. Those that together refer to the whole primary key
 * of a table with a key of several columns become one foreign key; all others stand by themselves.
 */
final class DeclaredReferences {

    private record Reference(String column, References declared) {

        String table() {
            String target = declared.value();
            return target.substring(0, Math.max(0, target.lastIndexOf('.')));
        }

        String referred() {
            return declared.value().substring(declared.value().lastIndexOf('.') + 1);
        }
    }

    private final Map<String, List<Reference>> byTable = new LinkedHashMap<>();

    private final List<TableItem> given = new ArrayList<>();

    /** A foreign key of several columns to all key columns of a table. */
    void composite(List<String> columns, List<String> targets) {
        given.add(Sql.foreignKey(columns.toArray(new String[0])).references(targets.toArray(new String[0])));
    }

    void add(String column, @Nullable References declared) {
        if (declared != null) {
            Reference reference = new Reference(column, declared);
            List<Reference> together = byTable.get(reference.table());
            if (together == null) {
                together = new ArrayList<>();
                byTable.put(reference.table(), together);
            }
            together.add(reference);
        }
    }

    /** What the table is made of: the columns, with the foreign keys of single ones, and those of several. */
    List<TableItem> complete(Map<String, Column<?>> columns, DeclaredKeys keys) {
        Map<String, Column<?>> referring = new LinkedHashMap<>(columns);
        List<TableItem> composite = new ArrayList<>();
        for (Map.Entry<String, List<Reference>> entry : byTable.entrySet()) {
            List<Reference> references = entry.getValue();
            if (isWholeKey(references, keys.of(entry.getKey()))) {
                composite.add(Sql.foreignKey(
                                references.stream().map(Reference::column).toArray(String[]::new))
                        .references(references.stream()
                                .map(reference -> reference.declared().value())
                                .toArray(String[]::new))
                        .with(options(references.get(0).declared())));
            } else {
                for (Reference reference : references) {
                    Column<?> column = referring.get(reference.column());
                    if (column != null) {
                        References declared = reference.declared();
                        referring.put(reference.column(), column.references(declared.value(), options(declared)));
                    }
                }
            }
        }
        List<TableItem> items = new ArrayList<>(referring.values());
        items.addAll(composite);
        items.addAll(given);
        return items;
    }

    private static boolean isWholeKey(List<Reference> references, Set<String> key) {
        Set<String> referred = new HashSet<>();
        for (Reference reference : references) {
            referred.add(reference.referred());
        }
        return key.size() > 1 && references.size() == key.size() && referred.equals(key);
    }

    private static ForeignKeyOption[] options(References declared) {
        List<ForeignKeyOption> options = new ArrayList<>();
        if (declared.onDelete() != ForeignKeyAction.NO_ACTION) {
            options.add(ForeignKeyOption.onDelete(declared.onDelete()));
        }
        if (declared.onUpdate() != ForeignKeyAction.NO_ACTION) {
            options.add(ForeignKeyOption.onUpdate(declared.onUpdate()));
        }
        if (declared.deferrable()) {
            options.add(ForeignKeyOption.deferrable(false));
        }
        if (!declared.name().isEmpty()) {
            options.add(ForeignKeyOption.named(declared.name()));
        }
        return options.toArray(new ForeignKeyOption[0]);
    }
}
