package org.aludel.orm.internal.assembly;

import java.util.ArrayList;
import java.util.List;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.Engine;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Table;

/** Echoes how classes are mapped, by the engines that are told to. */
final class MappingEcho {

    private MappingEcho() {}

    /** One line for each class, by each engine that echoes mappings. */
    static void write(Iterable<? extends Engine> engines, MapperRegistry registry) {
        for (Engine engine : engines) {
            if (engine instanceof CoreEngine core && core.echo().isOn(EchoCategory.MAPPER)) {
                for (EntityMapper mapper : registry.all()) {
                    core.echo().write(EchoCategory.MAPPER, line(mapper));
                }
            }
        }
    }

    /** {@code User -> users: id (key), name; addresses -> Address}. */
    private static String line(EntityMapper mapper) {
        List<String> tables = new ArrayList<>();
        for (Table table : mapper.tables()) {
            tables.add(table.name());
        }
        StringBuilder text = new StringBuilder(mapper.name()).append(" -> ").append(String.join(", ", tables));
        List<ColumnAttribute> key = List.of(mapper.primaryKey());
        String before = ": ";
        for (ColumnAttribute attribute : mapper.columns()) {
            String column = attribute.column().name();
            text.append(before).append(attribute.name());
            text.append(attribute.name().equals(column) ? "" : " = " + column);
            text.append(key.contains(attribute) ? " (key)" : attribute == mapper.version() ? " (version)" : "");
            before = ", ";
        }
        before = "; ";
        for (RelationAttribute relation : mapper.relations()) {
            text.append(before)
                    .append(relation.name())
                    .append(" -> ")
                    .append(relation.target().name());
            before = ", ";
        }
        return text.toString();
    }
}
