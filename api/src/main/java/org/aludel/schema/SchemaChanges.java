package org.aludel.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Capability;
import org.aludel.sql.Dialect;
import org.aludel.sql.spi.SchemaLookup;
import org.aludel.types.EnumType;

/**
 * The definitions that create or drop tables, in an order the database accepts: tables after those they refer to, and
 * foreign keys that close a cycle added afterwards.
 */
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
        if (dialect.supports(Capability.SEQUENCES)) {
            for (Sequence sequence : sequences) {
                connection.execute(new DdlElement.CreateSequence(sequence, checkFirst));
            }
        }
        if (dialect.supports(Capability.ENUM_TYPES)) {
            for (EnumType<?> type : EnumTypes.of(tables, dialect).values()) {
                if (!checkFirst || !exists(type)) {
                    connection.execute(new DdlElement.CreateEnum(type));
                }
            }
        }
        TableOrder order = TableOrder.of(tables);
        Set<Table> created = new HashSet<>();
        for (Table table : order.tables()) {
            if (checkFirst && exists(table)) {
                continue;
            }
            created.add(table);
            connection.execute(new DdlElement.CreateTable(table, false, altered(order)));
            for (Index index : table.indexes()) {
                connection.execute(new DdlElement.CreateIndex(table, index));
            }
            comments(table);
        }
        for (ForeignKey key : altered(order)) {
            if (created.contains(key.table())) {
                connection.execute(new DdlElement.AddConstraint(key.table(), key));
            }
        }
    }

    void drop(Collection<Table> tables, Collection<Sequence> sequences) {
        TableOrder order = TableOrder.of(tables);
        List<Table> there = new ArrayList<>();
        for (Table table : order.tables()) {
            if (!checkFirst || exists(table)) {
                there.add(0, table);
            }
        }
        for (ForeignKey key : altered(order)) {
            if (there.contains(key.table())) {
                connection.execute(new DdlElement.DropConstraint(key.table(), key.nameOrDefault(), true));
            }
        }
        for (Table table : there) {
            connection.execute(new DdlElement.DropTable(table));
        }
        if (dialect.supports(Capability.ENUM_TYPES)) {
            for (EnumType<?> type : EnumTypes.of(tables, dialect).values()) {
                if (!checkFirst || exists(type)) {
                    connection.execute(new DdlElement.DropEnum(type));
                }
            }
        }
        if (dialect.supports(Capability.SEQUENCES)) {
            for (Sequence sequence : sequences) {
                connection.execute(new DdlElement.DropSequence(sequence, checkFirst));
            }
        }
    }

    /** The foreign keys that are added later; where tables can't be altered they are declared at once. */
    private List<ForeignKey> altered(TableOrder order) {
        return dialect.supports(Capability.ALTER_CONSTRAINTS) ? order.late() : List.of();
    }

    private void comments(Table table) {
        if (!dialect.supports(Capability.COMMENTS)) {
            return;
        }
        for (Column<?> column : table.columns()) {
            String comment = column.comment();
            if (comment != null) {
                connection.execute(new DdlElement.SetComment(table, column, comment));
            }
        }
    }

    private boolean exists(Table table) {
        return ask(
                table.fullName(), (lookup, jdbc) -> lookup.hasTable(jdbc, table.schema(), table.name()));
    }

    private boolean exists(EnumType<?> type) {
        return ask(
                String.valueOf(type.name()),
                (lookup, jdbc) -> lookup.hasType(jdbc, type.options().schema(), String.valueOf(type.name())));
    }

    private interface Question {
        boolean ask(SchemaLookup lookup, java.sql.Connection jdbc) throws SQLException;
    }

    private boolean ask(String what, Question question) {
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
                    "the database did not tell what there is; where: " + what
                            + "; what to do: look at the cause",
                    e);
        }
    }
}
