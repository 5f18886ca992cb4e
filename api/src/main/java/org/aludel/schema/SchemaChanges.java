package org.aludel.schema;

import java.sql.SQLException;
import java.util.Collection;
import org.aludel.engine.Connection;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Dialect;
import org.aludel.sql.spi.SchemaLookup;
import org.aludel.types.EnumType;
import org.jspecify.annotations.Nullable;

/** Creates and drops tables through a connection, looking first what is there. */
final class SchemaChanges {

    private final Connection connection;
    private final Dialect dialect;
    private final boolean checkFirst;

    SchemaChanges(Connection connection, boolean checkFirst) {
        this.connection = connection;
        this.dialect = connection.engine().dialect();
        this.checkFirst = checkFirst;
    }

    void create(Collection<Table> tables, Collection<Sequence> sequences) {
        new SchemaPlan(dialect, what -> checkFirst && exists(what), SchemaChanges::given, this::there, checkFirst)
                .create(tables, sequences)
                .forEach(connection::execute);
    }

    void drop(Collection<Table> tables, Collection<Sequence> sequences) {
        new SchemaPlan(dialect, what -> !checkFirst || exists(what), this::nameOf, this::there, checkFirst)
                .drop(tables, sequences)
                .forEach(connection::execute);
    }

    /** The name by which a foreign key can be dropped, as far as its definition tells. */
    static String given(ForeignKey key) {
        String name = key.conventionalName();
        if (name == null) {
            throw new InvalidRequestException(
                    "ALU-0146",
                    "a foreign key of a cycle can't be dropped without a name; where: " + key
                            + "; what to do: name it with ForeignKeyOption.named(...), or by a naming convention");
        }
        return name;
    }

    private String nameOf(ForeignKey key) {
        if (key.conventionalName() != null) {
            return given(key);
        }
        String found = ask(
                key.toString(),
                (lookup, jdbc) -> lookup.foreignKeyName(
                        jdbc,
                        key.table().schema(),
                        key.table().name(),
                        key.columns().get(0).name()));
        return found == null ? given(key) : found;
    }

    private boolean exists(Object what) {
        if (what instanceof Table table) {
            return Boolean.TRUE.equals(ask(
                    table.fullName(), (lookup, jdbc) -> lookup.hasTable(jdbc, table.schema(), table.name())));
        }
        EnumType<?> type = (EnumType<?>) what;
        String name = String.valueOf(type.name());
        return Boolean.TRUE.equals(
                ask(name, (lookup, jdbc) -> lookup.hasType(jdbc, type.options().schema(), name)));
    }

    private @Nullable Boolean there(Sequence sequence) {
        return checkFirst
                ? ask(sequence.name(), (lookup, jdbc) -> lookup.hasSequence(jdbc, sequence.schema(), sequence.name()))
                : null;
    }

    private interface Question<T> {
        @Nullable
        T ask(SchemaLookup lookup, java.sql.Connection jdbc) throws SQLException;
    }

    private <T> @Nullable T ask(String what, Question<T> question) {
        if (!(dialect instanceof SchemaLookup lookup)) {
            throw new InvalidRequestException(
                    "ALU-0124",
                    "the dialect can't look tables up; where: dialect " + dialect.name()
                            + "; what to do: create without checking first");
        }
        try {
            return question.ask(lookup, connection.unwrap(java.sql.Connection.class));
        } catch (SQLException e) {
            throw new InvalidRequestException(
                    "ALU-0125",
                    "the database did not tell what there is; where: " + what + "; what to do: look at the cause",
                    e);
        }
    }
}
