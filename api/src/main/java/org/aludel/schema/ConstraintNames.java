package org.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/** Applies a naming convention to the constraints and indexes of a table. */
final class ConstraintNames {

    /** Before names that no template is put around. */
    static final char WHOLE = '\uFDD2';

    private static final Pattern TOKEN = Pattern.compile("%\\(([^)]+)\\)s");
    private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(\\d+)(_?N)?_(name|key|label)");

    private final NamingConvention convention;
    private final Table table;

    ConstraintNames(NamingConvention convention, Table table) {
        this.convention = convention;
        this.table = table;
    }

    @Nullable
    String of(TableItem item) {
        String given = given(item);
        if (given != null && !given.isEmpty() && given.charAt(0) == WHOLE) {
            return given.substring(1);
        }
        String template = convention.templates().get(kind(item));
        if (template == null || given != null && !template.contains("%(constraint_name)s")) {
            return given;
        }
        return filled(template, item, given);
    }

    private static @Nullable String given(TableItem item) {
        return item instanceof Index index ? index.name() : ((Constraint) item).name();
    }

    private static String kind(TableItem item) {
        if (item instanceof Index) {
            return "ix";
        }
        if (item instanceof PrimaryKey) {
            return "pk";
        }
        if (item instanceof ForeignKey) {
            return "fk";
        }
        return item instanceof UniqueConstraint ? "uq" : item instanceof CheckConstraint ? "ck" : "";
    }

    private String filled(String template, TableItem item, @Nullable String given) {
        Matcher matcher = TOKEN.matcher(template);
        StringBuilder name = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(name, Matcher.quoteReplacement(value(matcher.group(1), item, given)));
        }
        return matcher.appendTail(name).toString();
    }

    private String value(String token, TableItem item, @Nullable String given) {
        BiFunction<TableItem, Table, String> own = convention.tokens().get(token);
        if (own != null) {
            return own.apply(item, table);
        }
        switch (token) {
            case "table_name" -> {
                return QuotedName.text(table.name());
            }
            case "constraint_name" -> {
                return constraintName(item, given);
            }
            case "referred_table_name" -> {
                String full = ((ForeignKey) item).referredTableName();
                return QuotedName.text(full.substring(full.lastIndexOf('.') + 1));
            }
            default -> {
                Matcher matcher = COLUMN.matcher(token);
                if (!matcher.matches()) {
                    throw new ArgumentException(
                            "ALU-0143",
                            "a naming convention has a token that is not known; where: %(" + token
                                    + ")s; what to do: use one of those of NamingConvention, or add it with token(...)");
                }
                return columns(matcher, item);
            }
        }
    }

    private String constraintName(TableItem item, @Nullable String given) {
        if (given == null) {
            throw new InvalidRequestException(
                    "ALU-0142",
                    "the naming convention wants a name of the constraint; where: " + item + " of " + table.fullName()
                            + "; what to do: give it one with named(...)");
        }
        return QuotedName.text(given);
    }

    private String columns(Matcher token, TableItem item) {
        boolean referred = token.group(1) != null;
        String all = token.group(3);
        List<String> parts = new ArrayList<>();
        for (Object column : referred ? ((ForeignKey) item).targets() : columnsOf(item)) {
            parts.add(part(column, token.group(4)));
        }
        if (all != null) {
            return String.join(all.startsWith("_") ? "_" : "", parts);
        }
        int index = Integer.parseInt(token.group(2));
        return index < parts.size() ? parts.get(index) : "";
    }

    private String part(Object column, String what) {
        if (column instanceof Column<?> known) {
            String name = QuotedName.text(what.equals("key") ? known.key() : known.name());
            return what.equals("label") ? QuotedName.text(table.name()) + "_" + name : name;
        }
        String target = String.valueOf(column);
        return QuotedName.text(target.substring(target.lastIndexOf('.') + 1));
    }

    private List<?> columnsOf(TableItem item) {
        if (item instanceof ForeignKey key) {
            return key.columns();
        }
        if (item instanceof PrimaryKey) {
            return table.primaryKey();
        }
        if (item instanceof UniqueConstraint unique) {
            return unique.columns().stream().map(table::c).collect(Collectors.toList());
        }
        if (item instanceof Index index) {
            return index.columns().stream()
                    .map(part -> part instanceof String key ? table.c(key) : part)
                    .flatMap(
                            part -> part instanceof Column<?> column ? java.util.stream.Stream.of(column) : inner(part))
                    .collect(Collectors.toList());
        }
        if (item instanceof CheckConstraint check) {
            return inner(check.condition()).distinct().collect(Collectors.toList());
        }
        return List.of();
    }

    private static java.util.stream.Stream<Column<?>> inner(Object part) {
        List<Column<?>> found = new ArrayList<>();
        collect(part, found);
        return found.stream();
    }

    private static void collect(Object part, List<Column<?>> found) {
        if (part instanceof Column<?> column) {
            found.add(column);
        } else if (part instanceof org.aludel.sql.Node node) {
            node.forEachChild(child -> collect(child, found));
        }
    }
}
