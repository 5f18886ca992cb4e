package org.aludel.dialects.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.InformationSchemaReader;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Reflected;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** H2's catalogue. Constraints without a name are called {@code CONSTRAINT_...}, their indexes {@code ..._INDEX_...}. */
final class H2SchemaReader extends InformationSchemaReader {

    private H2SchemaReader(Identifiers identifiers) {
        super(identifiers, new H2ReflectedTypes());
    }

    /** A method, so that the dialect can be loaded without this class. */
    static SchemaReader of(Identifiers identifiers) {
        return new H2SchemaReader(identifiers);
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.startsWith("CONSTRAINT_") ? null : super.constraintName(stored);
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey)
            throws SQLException {
        // made for a constraint: named after it, with INDEX_ and a number
        boolean made = storedName.matches("(PRIMARY_KEY|.*_INDEX)_[0-9A-F]+(_[0-9A-F]+)?")
                || storedName.matches(".*_(INDEX|PRIMARY_KEY)_[0-9A-F]+");
        return !made && super.isShown(connection, place, storedName, columns, primaryKey);
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        return super.uniqueConstraints(connection, place).stream()
                .map(unique -> new Reflected.UniqueInfo(unique.name(), unique.columns(), false))
                .toList();
    }

    @Override
    protected String cacheOfIdentity() {
        return "identity_cache";
    }

    @Override
    protected String cacheOfSequence() {
        return "cache";
    }

    @Override
    protected long usualCache() {
        return 32;
    }

    @Override
    protected boolean storesComputed() {
        return false;
    }

    @Override
    protected @Nullable Type<?> typeOfSequence(int bits) {
        return bits == 16 ? Types.SMALLINT : bits == 32 ? Types.INTEGER : null;
    }

    /** Names of H2's own. */
    private static final class H2ReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            if (name.endsWith(" array")) {
                return array(name);
            }
            if (name.startsWith("enum(")) {
                return own("h2", facts.typeName(), Types.STRING);
            }
            return switch (name) {
                case "tinyint" -> own("h2", "TINYINT", Types.SMALLINT);
                case "character large object" -> Types.TEXT;
                case "character varying" -> facts.size() >= 1_000_000 ? Types.STRING : Types.string(facts.size());
                case "varchar_ignorecase" -> own("h2", "VARCHAR_IGNORECASE(" + facts.size() + ")", Types.STRING);
                case "binary large object" -> Types.BINARY;
                case "binary" -> own("h2", "BINARY(" + facts.size() + ")", Types.BINARY);
                case "decfloat" -> Types.NUMERIC;
                case "numeric" -> facts.size() >= 100_000 ? Types.NUMERIC : numeric(facts.size(), facts.digits());
                case "time" -> fraction(facts, 6, "TIME", "", Types.TIME);
                case "timestamp" -> fraction(facts, 6, "TIMESTAMP", "", Types.TIMESTAMP);
                case "timestamp with time zone" ->
                    fraction(facts, 6, "TIMESTAMP", " WITH TIME ZONE", Types.TIMESTAMP_TZ);
                default -> super.byName(name, facts);
            };
        }

        private static Type<?> fraction(ColumnFacts facts, int usual, String name, String zone, Type<?> base) {
            return facts.digits() == usual || facts.digits() < 0
                    ? base
                    : own("h2", name + "(" + facts.digits() + ")" + zone, base);
        }
    }
}
