package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.SqlText;
import org.aludel.schema.Reflected;
import org.aludel.types.EnumType;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Types that users of PostgreSQL made: enumerations and domains. */
final class PostgreSqlUserTypes {

    private final Connection connection;

    PostgreSqlUserTypes(Connection connection) {
        this.connection = connection;
    }

    /**
     * An enumeration.
     *
     * @param declared what {@code format_type} calls it
     * @param visible whether it is found without its schema
     */
    record Enumeration(String declared, String schema, String name, boolean visible, List<String> labels) {

        Type<?> type() {
            EnumType<String> type =
                    Types.enumeration(labels.toArray(String[]::new)).named(name);
            return visible ? type : type.inSchema(schema);
        }
    }

    /** The enumerations, those without labels left out: no value is one of them. */
    List<Enumeration> enums() throws SQLException {
        Map<String, Enumeration> found = new LinkedHashMap<>();
        Catalogue.query(
                connection,
                row -> found.computeIfAbsent(row.getString(1), declared -> enumeration(declared, row))
                        .labels()
                        .add(row.getString(5)),
                "SELECT pg_catalog.format_type(t.oid, NULL), n.nspname, t.typname,"
                        + " pg_catalog.pg_type_is_visible(t.oid), e.enumlabel FROM pg_catalog.pg_type t"
                        + " JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                        + " ORDER BY n.nspname, t.typname, e.enumsortorder");
        return List.copyOf(found.values());
    }

    private static Enumeration enumeration(String declared, java.sql.ResultSet row) {
        try {
            return new Enumeration(declared, row.getString(2), row.getString(3), row.getBoolean(4), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("an enumeration can't be read", e);
        }
    }

    /** A domain, and what it is made of. */
    private record Domain(
            String declared,
            String schema,
            String name,
            boolean visible,
            String base,
            boolean nullable,
            @Nullable String defaultSql) {}

    private List<Domain> allDomains() throws SQLException {
        return Catalogue.query(
                connection,
                row -> new Domain(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)),
                "SELECT pg_catalog.format_type(t.oid, NULL), n.nspname, t.typname,"
                        + " pg_catalog.pg_type_is_visible(t.oid), pg_catalog.format_type(t.typbasetype, t.typtypmod),"
                        + " NOT t.typnotnull, t.typdefault FROM pg_catalog.pg_type t"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd'"
                        + " AND n.nspname <> 'information_schema' ORDER BY t.oid");
    }

    /** Types by the names that columns declare them by; domains under their own names, with the values of their base. */
    Map<String, Type<?>> byDeclaration() throws SQLException {
        Map<String, Type<?>> types = new LinkedHashMap<>();
        for (Enumeration enumeration : enums()) {
            types.put(enumeration.declared(), enumeration.type());
        }
        // a domain comes after those that it is made of
        for (Domain domain : allDomains()) {
            types.put(
                    domain.declared(),
                    new SpelledType<>(domain.declared(), DeclaredTypes.of(domain.base(), types), "postgresql"));
        }
        return types;
    }

    List<Reflected.DomainInfo> domains(@Nullable String schema) throws SQLException {
        Map<String, Type<?>> types = byDeclaration();
        List<Reflected.DomainInfo> found = new ArrayList<>();
        for (Domain domain : allDomains()) {
            if (domain.schema().equals(schema)) {
                found.add(new Reflected.DomainInfo(
                        domain.visible() ? null : domain.schema(),
                        domain.name(),
                        DeclaredTypes.of(domain.base(), types),
                        domain.nullable(),
                        domain.defaultSql(),
                        checks(domain)));
            }
        }
        found.sort(java.util.Comparator.comparing(Reflected.DomainInfo::name));
        return found;
    }

    private List<Reflected.CheckInfo> checks(Domain domain) throws SQLException {
        return Catalogue.query(
                connection,
                row -> new Reflected.CheckInfo(
                        row.getString(1),
                        SqlText.withoutParentheses(row.getString(2).replaceFirst("^CHECK ", ""))),
                "SELECT c.conname, pg_catalog.pg_get_constraintdef(c.oid) FROM pg_catalog.pg_constraint c"
                        + " JOIN pg_catalog.pg_type t ON t.oid = c.contypid"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                        + " WHERE c.contype = 'c' AND n.nspname = ? AND t.typname = ? ORDER BY c.conname",
                domain.schema(),
                domain.name());
    }
}
