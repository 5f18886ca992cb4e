package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.orm.NamingStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;

/** Finds or creates the tables between the two sides of many-to-many relations. */
final class SecondaryTables {

    private final MetaData metaData;
    private final TableAssembly tables;

    SecondaryTables(MetaData metaData, TableAssembly tables) {
        this.metaData = metaData;
        this.tables = tables;
    }

    /** Finds or creates the tables between the two sides of many-to-many relations. */
    void assemble(Collection<ClassDeclaration> mapped) {
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
        return tables.define(name, columns);
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
}
