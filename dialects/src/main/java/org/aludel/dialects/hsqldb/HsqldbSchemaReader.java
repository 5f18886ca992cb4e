package org.aludel.dialects.hsqldb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.InformationSchemaReader;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.schema.Reflected;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** HSQLDB's catalogue. What has no name is called {@code SYS_...}. */
final class HsqldbSchemaReader extends InformationSchemaReader {

    HsqldbSchemaReader(Identifiers identifiers) {
        super(identifiers, new HsqldbReflectedTypes());
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.startsWith("SYS_") ? null : super.constraintName(stored);
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey)
            throws SQLException {
        for (Reflected.ForeignKeyInfo key : foreignKeys(connection, place)) {
            // made for the key, shown twice, once with an asterisk
            if (storedName.replace("*", "").equalsIgnoreCase(key.name())) {
                return false;
            }
        }
        return !storedName.startsWith("SYS_") && super.isShown(connection, place, storedName, columns, primaryKey);
    }

    @Override
    protected String generationQuery() {
        return "SELECT column_name, is_identity, identity_generation, identity_start, identity_increment,"
                + " CASE WHEN is_generated = 'ALWAYS' THEN generation_expression END"
                + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?";
    }

    /** Names of HSQLDB's own. */
    private static final class HsqldbReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            return switch (name) {
                case "clob" -> Types.TEXT;
                case "double" -> Types.DOUBLE;
                case "timestamp with time zone" -> Types.TIMESTAMP_TZ;
                default -> super.byName(name, facts);
            };
        }
    }
}
