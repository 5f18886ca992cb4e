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
    private final DdlHooks hooks;
    private @Nullable Table made;

    /**
     * @param hooks what runs before and after all; tables have their own besides
     */
    SchemaChanges(Connection connection, boolean checkFirst, DdlHooks hooks) {
        this.hooks = hooks;
        this.connection = connection;
        this.dialect = connection.engine().dialect();
        this.checkFirst = checkFirst;
    }

    void create(Collection<Table> tables, Collection<Sequence> sequences) {
        hooks.fire(DdlEvent.BEFORE_CREATE, connection);
        new SchemaPlan(dialect, what -> checkFirst && exists(what), SchemaChanges::given, this::there, checkFirst)
                .create(tables, sequences)
                .forEach(this::make);
        afterMaking();
        hooks.fire(DdlEvent.AFTER_CREATE, connection);
    }

    void drop(Collection<Table> tables, Collection<Sequence> sequences) {
        hooks.fire(DdlEvent.BEFORE_DROP, connection);
        new SchemaPlan(dialect, what -> !checkFirst || exists(what), this::nameOf, this::there, checkFirst)
                .drop(tables, sequences)
                .forEach(this::remove);
        hooks.fire(DdlEvent.AFTER_DROP, connection);
    }

    private void make(DdlElement element) {
        boolean belongs = element instanceof DdlElement.CreateIndex index && index.table() == made
                || element instanceof DdlElement.SetComment comment && comment.table() == made;
        if (!belongs) {
            afterMaking();
        }
        if (element instanceof DdlElement.CreateTable create) {
            create.table().hooks().fire(DdlEvent.BEFORE_CREATE, connection);
            made = create.table();
        }
        connection.execute(element);
    }

    /** The indexes and remarks of a table are written after it; then it is made. */
    private void afterMaking() {
        Table table = made;
        made = null;
        if (table != null) {
            table.hooks().fire(DdlEvent.AFTER_CREATE, connection);
        }
    }

    private void remove(DdlElement element) {
        if (element instanceof DdlElement.DropTable drop) {
            drop.table().hooks().fire(DdlEvent.BEFORE_DROP, connection);
            connection.execute(element);
            drop.table().hooks().fire(DdlEvent.AFTER_DROP, connection);
        } else {
            connection.execute(element);
        }
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
            return Boolean.TRUE.equals(
                    ask(table.fullName(), (lookup, jdbc) -> lookup.hasTable(jdbc, table.schema(), table.name())));
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
