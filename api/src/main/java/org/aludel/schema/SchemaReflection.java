package org.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/** Takes the wanted tables of a schema into a MetaData. */
final class SchemaReflection {

    private final MetaData metaData;
    private final Inspector inspector;
    private final ReflectOptions options;
    private final @Nullable String schema;

    SchemaReflection(MetaData metaData, Inspector inspector, ReflectOptions options) {
        this.metaData = metaData;
        this.inspector = inspector;
        this.options = options;
        this.schema = options.schema() != null ? options.schema() : metaData.schema();
    }

    void run() {
        Set<String> there = new TreeSet<>(inspector.tables(schema));
        if (options.isViews()) {
            there.addAll(inspector.views(schema));
        }
        for (String table : wanted(there)) {
            if (options.isExtendExisting() || !isDefined(table)) {
                inspector.reflect(metaData, options, schema, table);
            }
        }
    }

    private boolean isDefined(String table) {
        return metaData.find(QuotedName.text(schema == null ? table : schema + "." + table)) != null;
    }

    private List<String> wanted(Set<String> there) {
        List<String> named = options.names();
        if (named == null) {
            return there.stream().filter(options::wants).toList();
        }
        List<String> missing = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (String name : named) {
            String found = there.contains(name) ? name : marked(there, name);
            if (found == null) {
                missing.add(QuotedName.text(name));
            } else {
                wanted.add(found);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidRequestException(
                    "ALU-0350",
                    "tables are asked for that the database does not have; where: " + missing
                            + (schema == null ? "" : " of schema " + schema) + "; what to do: name some of " + there
                            + (options.isViews() ? "" : ", or say views(true) if they are views"));
        }
        return wanted;
    }

    /** The name that is there in another writing: one of the two says that it is in quotes. */
    private static @Nullable String marked(Set<String> there, String name) {
        for (String other : there) {
            if (QuotedName.text(other).equals(QuotedName.text(name))) {
                return other;
            }
        }
        return null;
    }
}
