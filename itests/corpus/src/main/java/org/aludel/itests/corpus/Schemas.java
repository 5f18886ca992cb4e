package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Builds the tables that cases use from their neutral descriptions, anew for each case. */
final class Schemas {

    private final Map<String, @Nullable Object> described;

    Schemas(Map<String, @Nullable Object> described) {
        this.described = described;
    }

    /** The variables of a schema. */
    Map<String, @Nullable Object> variables(String schema) {
        Map<String, @Nullable Object> description = JsonFiles.object(described.get(schema));
        MetaData metadata = new MetaData();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("metadata", metadata);
        for (Object sequence : JsonFiles.list(description.get("sequences"))) {
            metadata.sequence(sequence(JsonFiles.object(sequence)));
        }
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Object table : JsonFiles.list(description.get("tables"))) {
            Map<String, @Nullable Object> one = JsonFiles.object(table);
            Object schemaName = one.get("schema");
            String full = (schemaName == null ? "" : schemaName + ".") + one.get("name");
            tables.put(full, table(one, metadata));
        }
        JsonFiles.object(description.get("lightweight"))
                .forEach((name, columns) -> tables.put(name, lightweight(name, JsonFiles.object(columns))));
        JsonFiles.object(description.get("variables"))
                .forEach((name, table) -> variables.put(name, tables.get(String.valueOf(table))));
        metadata.sequences().forEach(sequence -> variables.putIfAbsent("seq", sequence));
        return variables;
    }

    private static Sequence sequence(Map<String, @Nullable Object> description) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(description);
        Object name = options.remove("sequence");
        return (Sequence) SchemaWords.sequence(new Args(java.util.Collections.singletonList(name), options));
    }

    private static Object table(Map<String, @Nullable Object> description, MetaData metadata) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(description.get("name"));
        arguments.add(metadata);
        List<@Nullable Object> composite = composite(description);
        for (Object column : JsonFiles.list(description.get("columns"))) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>(JsonFiles.object(column));
            if (composite.contains(one.get("name"))) {
                one.remove("foreign_keys");
            }
            arguments.add(column(one, metadata));
        }
        for (Object constraint : JsonFiles.list(description.get("constraints"))) {
            Map<String, @Nullable Object> one = JsonFiles.object(constraint);
            List<@Nullable Object> columns = JsonFiles.list(one.get("columns"));
            switch (String.valueOf(one.get("kind"))) {
                case "ForeignKey" -> {
                    Args key = Args.of(columns, JsonFiles.list(one.get("references")));
                    arguments.add(SchemaWords.foreignKeyConstraint(key));
                }
                case "Unique" -> {
                    if (columns.size() > 1) {
                        arguments.add(SchemaMethods.unique(new Args(columns, Map.of())));
                    }
                }
                case "Check" -> arguments.add(SchemaMethods.check(Args.of(one.get("sql"))));
                default -> {}
            }
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        for (String option : List.of("schema", "quote", "comment")) {
            if (description.get(option) != null) {
                options.put(option, description.get(option));
            }
        }
        return SchemaWords.table(new Args(arguments, options));
    }

    /** The columns of foreign keys of several columns, which no column's own description makes. */
    private static List<@Nullable Object> composite(Map<String, @Nullable Object> table) {
        List<@Nullable Object> columns = new ArrayList<>();
        for (Object constraint : JsonFiles.list(table.get("constraints"))) {
            Map<String, @Nullable Object> one = JsonFiles.object(constraint);
            List<@Nullable Object> own = JsonFiles.list(one.get("columns"));
            if ("ForeignKey".equals(one.get("kind")) && own.size() > 1) {
                columns.addAll(own);
            }
        }
        return columns;
    }

    private static Object column(Map<String, @Nullable Object> description, MetaData metadata) {
        List<@Nullable Object> arguments = new ArrayList<>();
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        arguments.add(description.get("name"));
        arguments.add(type(JsonFiles.object(description.get("type"))));
        description.forEach((field, value) -> {
            switch (field) {
                // the constraints of the table say the foreign keys
                case "name", "type", "foreign_keys" -> {}
                case "default", "onupdate" -> byDefault(field, JsonFiles.object(value), arguments, options, metadata);
                case "server_default" -> options.put(field, serverDefault(JsonFiles.object(value)));
                case "identity" ->
                    arguments.add(Attributes.call(
                            Names.global("Identity"), new Args(List.of(), identity(JsonFiles.object(value)))));
                case "computed" ->
                    arguments.add(Attributes.call(
                            Names.global("Computed"),
                            new Args(
                                    java.util.Collections.singletonList(
                                            JsonFiles.object(value).get("sql")),
                                    JsonFiles.object(value))));
                default -> options.put(field, value);
            }
        });
        return SchemaWords.column(new Args(arguments, options));
    }

    private static Map<String, @Nullable Object> identity(Map<String, @Nullable Object> description) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(description);
        options.values().removeIf(value -> value == null || Boolean.FALSE.equals(value));
        return options;
    }

    private static void byDefault(
            String field,
            Map<String, @Nullable Object> value,
            List<@Nullable Object> arguments,
            Map<String, @Nullable Object> options,
            MetaData metadata) {
        if (value.containsKey("sequence")) {
            Object known = metadata.sequences().stream()
                    .filter(s -> s.name().equals(value.get("sequence")))
                    .findFirst()
                    .orElse(null);
            arguments.add(known == null ? sequence(value) : known);
        } else if (value.containsKey("sql")) {
            String sql = String.valueOf(value.get("sql"));
            options.put(field, sql.endsWith("()") ? Sql.func(sql.substring(0, sql.length() - 2)) : Sql.text(sql));
        } else {
            options.put(field, value.get("value"));
        }
    }

    private static @Nullable Object serverDefault(Map<String, @Nullable Object> value) {
        if (!value.containsKey("server_sql")) {
            return String.valueOf(value.get("server_literal"));
        }
        String sql = String.valueOf(value.get("server_sql"));
        // the description has the text of a call in the standard form; each database has its own
        return sql.endsWith("()") ? Sql.func(sql.substring(0, sql.length() - 2)) : Sql.text(sql);
    }

    /** A type from its neutral description. */
    static Object type(Map<String, @Nullable Object> description) {
        String name = String.valueOf(description.get("type"));
        List<@Nullable Object> arguments = new ArrayList<>();
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        if (description.get("item_type") != null) {
            arguments.add(type(JsonFiles.object(description.get("item_type"))));
        }
        if (description.get("enums") != null) {
            arguments.addAll(JsonFiles.list(description.get("enums")));
        }
        if (!name.endsWith("num") && !name.endsWith("ENUM")) {
            for (String field : List.of("length", "precision", "scale")) {
                if (description.get(field) != null) {
                    arguments.add(description.get(field));
                }
            }
        }
        for (String field : List.of("name", "timezone", "dimensions", "none_as_null")) {
            if (description.get(field) != null) {
                options.put(field, description.get(field));
            }
        }
        int dot = name.indexOf('.');
        Object maker = dot < 0
                ? Names.global(name)
                : Objects.requireNonNull(DialectNames.module(name.substring(0, dot)))
                        .attribute(name.substring(dot + 1));
        return Objects.requireNonNull(Attributes.call(maker, new Args(arguments, options)));
    }

    private static Object lightweight(String name, Map<String, @Nullable Object> columns) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(name);
        columns.forEach((column, type) -> arguments.add(
                SchemaWords.column(type == null ? Args.of(column) : Args.of(column, written(String.valueOf(type))))));
        return SchemaWords.lightweight(new Args(arguments, Map.of()));
    }

    /** A type as the description of a lightweight table writes it: {@code Numeric(10, 2)}. */
    private static @Nullable Object written(String type) {
        int open = type.indexOf('(');
        if (open < 0) {
            return Attributes.call(Names.global(type), Args.NONE);
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        for (String number : type.substring(open + 1, type.length() - 1).split(",")) {
            arguments.add(Integer.valueOf(number.trim()));
        }
        return Attributes.call(Names.global(type.substring(0, open)), new Args(arguments, Map.of()));
    }
}
