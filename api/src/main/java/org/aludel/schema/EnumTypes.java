package org.aludel.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.sql.Dialect;
import org.aludel.types.ArrayType;
import org.aludel.types.EnumType;
import org.aludel.types.MappedType;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.VariantType;
import org.jspecify.annotations.Nullable;

/** The enumerations of tables that are types of the database's own, each once. */
final class EnumTypes {

    private EnumTypes() {}

    /** By their names in the database. */
    static Map<String, EnumType<?>> of(Collection<Table> tables, Dialect dialect) {
        Map<String, EnumType<?>> found = new LinkedHashMap<>();
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                EnumType<?> type = find(column.type(), dialect);
                if (type != null
                        && type.options().nativeType()
                        && type.options().created()
                        && type.name() != null) {
                    found.putIfAbsent(type.options().schema() + "." + type.name(), type);
                }
            }
        }
        return found;
    }

    private static @Nullable EnumType<?> find(Type<?> type, Dialect dialect) {
        if (type instanceof EnumType<?> found) {
            return found;
        }
        if (type instanceof SensitiveType<?> secret) {
            return find(secret.base(), dialect);
        }
        if (type instanceof VariantType<?> variant) {
            return find(variant.on(dialect), dialect);
        }
        if (type instanceof TypeDecorator<?, ?> decorator) {
            return find(decorator.impl(dialect), dialect);
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return find(mapped.stored(), dialect);
        }
        return type instanceof ArrayType<?> array ? find(array.element(), dialect) : null;
    }
}
