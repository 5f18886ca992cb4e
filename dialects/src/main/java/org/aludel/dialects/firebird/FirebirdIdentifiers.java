package org.aludel.dialects.firebird;

import org.aludel.core.dialect.Identifiers;
import org.jspecify.annotations.Nullable;

/** Names of Firebird, which has no schemas: that of a table stands alone. */
final class FirebirdIdentifiers extends Identifiers {

    FirebirdIdentifiers() {
        super('"', '"', Folding.UPPER, FirebirdWords.RESERVED, "_$");
    }

    @Override
    public String qualified(@Nullable String schema, String name) {
        return quote(name);
    }
}
