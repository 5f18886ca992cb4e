package org.aludel.dialects.firebird;

import org.aludel.core.dialect.Identifiers;
import org.jspecify.annotations.Nullable;

/** Names of Firebird, which has no schemas: that of a table stands alone. */
final class FirebirdIdentifiers extends Identifiers {

    private final boolean writesSchemas;

    /**
     * @param writesSchemas whether a schema is written all the same, as SQLAlchemy does in queries
     */
    FirebirdIdentifiers(boolean writesSchemas) {
        super('"', '"', Folding.UPPER, FirebirdWords.RESERVED, "_$");
        this.writesSchemas = writesSchemas;
    }

    @Override
    public String qualified(@Nullable String schema, String name) {
        return writesSchemas ? super.qualified(schema, name) : quote(name);
    }
}
