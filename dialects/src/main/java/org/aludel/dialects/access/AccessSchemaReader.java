package org.aludel.dialects.access;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a file. There are no schemas, and the driver finds names by the pattern of all names only. */
final class AccessSchemaReader extends SchemaReader {

    AccessSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) {
        return null;
    }

    @Override
    protected @Nullable String jdbcSchema(Connection connection, @Nullable String schema) {
        return null;
    }

    @Override
    protected @Nullable String pattern(DatabaseMetaData metadata, @Nullable String name) {
        return name == null ? null : "%";
    }
}
