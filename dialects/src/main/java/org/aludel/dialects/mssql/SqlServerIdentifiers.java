package org.aludel.dialects.mssql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.core.dialect.Identifiers;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/**
 * Names in brackets. A schema may name its database too: {@code db.dbo} is schema {@code dbo} of database {@code db},
 * {@code [db.dbo]} one name with a point in it, {@code [my.db].dbo} both.
 */
final class SqlServerIdentifiers extends Identifiers {

    /** Database and owner of a schema's name. */
    record SchemaParts(@Nullable String database, @Nullable String owner, boolean written) {}

    SqlServerIdentifiers() {
        super('[', ']', Folding.AS_WRITTEN, Identifiers.words(SqlServerWords.RESERVED), "$");
    }

    @Override
    public String schema(String schema) {
        if (QuotedName.isMarked(schema)) {
            return quote(schema); // whoever says how it is written means one name
        }
        SchemaParts parts = parts(schema);
        String owner = parts.owner() == null ? "" : bracketed(parts.owner());
        if (parts.database() == null) {
            return owner;
        }
        return (parts.written() ? parts.database() : bracketed(parts.database())) + "." + owner;
    }

    private String bracketed(String part) {
        return part.startsWith("[") && part.endsWith("]") ? part : quote(part);
    }

    /**
     * Takes the name of a schema apart.
     *
     * @return {@code written}: the database is several names in brackets, to be written as they are
     */
    static SchemaParts parts(String schema) {
        if (QuotedName.isMarked(schema)) {
            return new SchemaParts(null, QuotedName.text(schema), false);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean inside = false;
        boolean brackets = false;
        for (int i = 0; i < schema.length(); i++) {
            char c = schema.charAt(i);
            if (c == '[') {
                inside = true;
                brackets = true;
            } else if (c == ']') {
                inside = false;
            } else if (c == '.' && !inside) {
                parts.add(brackets ? "[" + part + "]" : part.toString());
                part.setLength(0);
                brackets = false;
            } else {
                part.append(c);
            }
        }
        if (part.length() > 0) {
            parts.add(part.toString());
        }
        if (parts.isEmpty()) {
            return new SchemaParts(null, null, false);
        }
        String owner = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return new SchemaParts(null, owner, false);
        }
        String database = String.join(".", parts.subList(0, parts.size() - 1));
        String within = database.substring(1, Math.max(1, database.length() - 1));
        int close = within.indexOf(']');
        if (close >= 0 && within.indexOf('[', close) >= 0) {
            return new SchemaParts(database, owner, true);
        }
        return new SchemaParts(database.replaceAll("^\\[+|\\]+$", ""), owner, false);
    }
}
