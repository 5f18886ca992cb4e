package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aludel.errors.CompileException;
import org.aludel.sql.Capability;
import org.aludel.sql.Dialect;
import org.aludel.sql.QuotedName;
import org.aludel.types.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that create or drop tables, in an order the database accepts: types and sequences before the tables that
 * use them, tables after those they refer to, foreign keys that close a cycle last.
 */
final class SchemaPlan {

    private final Dialect dialect;
    private final Predicate<Object> there;
    private final Function<ForeignKey, String> names;
    private final Function<Sequence, @Nullable Boolean> sequenceThere;
    private final boolean checkFirst;
    private final List<DdlElement> elements = new ArrayList<>();

    /**
     * @param there whether a table, type or sequence exists already
     * @param names names of foreign keys that are to be dropped
     * @param sequenceThere whether a sequence exists already; null if nobody could ask
     * @param checkFirst whether the plan says IF EXISTS where nobody could ask
     */
    SchemaPlan(
            Dialect dialect,
            Predicate<Object> there,
            Function<ForeignKey, String> names,
            Function<Sequence, @Nullable Boolean> sequenceThere,
            boolean checkFirst) {
        this.sequenceThere = sequenceThere;
        this.dialect = dialect;
        this.there = there;
        this.names = names;
        this.checkFirst = checkFirst;
    }

    List<DdlElement> create(Collection<Table> tables, Collection<Sequence> sequences) {
        tables.forEach(this::requireNames);
        List<Table> missing = tables.stream().filter(there.negate()).toList();
        if (dialect.supports(Capability.ENUM_TYPES)) {
            for (EnumType<?> type : EnumTypes.of(missing, dialect).values()) {
                if (!there.test(type)) {
                    elements.add(new DdlElement.CreateEnum(type));
                }
            }
        }
        Set<Sequence> created = new LinkedHashSet<>();
        Set<Sequence> ofColumns = ofColumns(tables);
        sequences.stream().filter(sequence -> !ofColumns.contains(sequence)).forEach(s -> create(s, created));
        TableOrder order = TableOrder.of(missing);
        List<ForeignKey> late = late(order);
        for (Table table : order.tables()) {
            ofColumns(List.of(table)).forEach(sequence -> create(sequence, created));
            elements.add(new DdlElement.CreateTable(table, false, late));
            table.indexes().forEach(index -> elements.add(new DdlElement.CreateIndex(table, index)));
            comments(table);
        }
        late.forEach(key -> elements.add(new DdlElement.AddConstraint(key.table(), key)));
        return List.copyOf(elements);
    }

    /** Refuses a table whose name the database would cut or not take, before anything is made. */
    private void requireNames(Table table) {
        requireName(table.name(), table);
        if (table.schema() != null) {
            requireName(table.schema(), table);
        }
    }

    private void requireName(String name, Table table) {
        String text = QuotedName.text(name);
        if (text.length() > dialect.maxIdentifierLength()) {
            throw new CompileException(
                    "ALU-0149",
                    "a name is longer than the database allows; where: " + text + " of " + table.fullName() + " on "
                            + dialect.name() + "; what to do: use at most " + dialect.maxIdentifierLength()
                            + " characters");
        }
    }

    private void create(Sequence sequence, Set<Sequence> created) {
        if (made(sequence) && created.add(sequence)) {
            Boolean known = sequenceThere.apply(sequence);
            if (known == null || !known) {
                elements.add(new DdlElement.CreateSequence(sequence, checkFirst && known == null));
            }
        }
    }

    /** Whether the database gets the sequence. */
    private boolean made(Sequence sequence) {
        return dialect.supports(Capability.SEQUENCES)
                && !(sequence.isOptional() && dialect.supports(Capability.IDENTITY));
    }

    private static Set<Sequence> ofColumns(Collection<Table> tables) {
        Set<Sequence> found = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                Sequence sequence = Definition.sequence(column);
                if (sequence != null) {
                    found.add(sequence);
                }
            }
        }
        return found;
    }

    private void comments(Table table) {
        if (!dialect.supports(Capability.COMMENTS)) {
            return;
        }
        String remark = table.comment();
        if (remark != null) {
            elements.add(new DdlElement.SetComment(table, null, remark));
        }
        for (Column<?> column : table.columns()) {
            String comment = column.comment();
            if (comment != null) {
                elements.add(new DdlElement.SetComment(table, column, comment));
            }
        }
    }

    List<DdlElement> drop(Collection<Table> tables, Collection<Sequence> sequences) {
        tables.forEach(this::requireNames);
        TableOrder order = TableOrder.of(tables.stream().filter(there).toList());
        List<Table> last = new ArrayList<>(order.tables());
        java.util.Collections.reverse(last);
        for (ForeignKey key : late(order)) {
            elements.add(DdlElement.DropConstraint.of(key.table(), key, names.apply(key)));
        }
        last.forEach(table -> elements.add(new DdlElement.DropTable(table)));
        Set<Sequence> all = new LinkedHashSet<>(sequences);
        all.addAll(ofColumns(tables));
        for (Sequence sequence : all) {
            if (made(sequence)) {
                Boolean known = sequenceThere.apply(sequence);
                if (known == null || known) {
                    elements.add(new DdlElement.DropSequence(sequence, checkFirst && known == null));
                }
            }
        }
        if (dialect.supports(Capability.ENUM_TYPES)) {
            for (EnumType<?> type : EnumTypes.of(tables, dialect).values()) {
                if (there.test(type)) {
                    elements.add(new DdlElement.DropEnum(type));
                }
            }
        }
        return List.copyOf(elements);
    }

    /** The foreign keys that are added later; where tables can't be altered they are declared at once. */
    private List<ForeignKey> late(TableOrder order) {
        return dialect.supports(Capability.ALTER_CONSTRAINTS) ? order.late() : List.of();
    }
}
