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
    protected boolean countsFromLeast() {
        return true;
    }

    @Override
    protected @Nullable Type<?> typeOfSequence(int bits) {
        return bits == 64 ? Types.BIGINT : null;
    }

    /** Names of HSQLDB's own; digits of seconds are told by the width of the text only. */
    private static final class HsqldbReflectedTypes extends ReflectedTypes {

        private static final int ZONE = "+01:00".length();
        private static final int TIME = "12:00:00".length();
        private static final int MOMENT = "2000-01-01 ".length() + TIME;

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            if (name.contains(" array")) {
                return array(name);
            }
            if (name.startsWith("interval")) {
                return unknown(facts.typeName());
            }
            return switch (name) {
                case "clob" -> Types.TEXT;
                case "double" -> Types.DOUBLE;
                case "tinyint" -> own("hsqldb", "TINYINT", Types.SMALLINT);
                case "bit", "bit varying" ->
                    own("hsqldb", facts.typeName() + "(" + Math.max(1, facts.size()) + ")", Types.UNKNOWN);
                case "binary" -> own("hsqldb", "BINARY(" + facts.size() + ")", Types.BINARY);
                case "numeric" ->
                    facts.size() == 128 && facts.digits() == 32 ? Types.NUMERIC : numeric(facts.size(), facts.digits());
                case "time" -> fraction(facts.size() - TIME, "TIME", "", Types.TIME);
                case "timestamp" -> fraction(facts.size() - MOMENT, "TIMESTAMP", "", Types.TIMESTAMP);
                case "timestamp with time zone" ->
                    fraction(facts.size() - MOMENT - ZONE, "TIMESTAMP", " WITH TIME ZONE", Types.TIMESTAMP_TZ);
                default -> super.byName(name, facts);
            };
        }

        /** A type by the width of the point and the digits after it. */
        private static Type<?> fraction(int width, String name, String zone, Type<?> base) {
            int digits = Math.max(0, width - 1);
            return digits == 6 ? base : own("hsqldb", name + "(" + digits + ")" + zone, base);
        }
    }
}
