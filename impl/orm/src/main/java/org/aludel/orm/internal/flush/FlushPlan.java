package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a flush will send, in order. */
public final class FlushPlan {

    private static final int ROWS_SHOWN = 20;

    /**
     * Rows of one statement shape that are sent together.
     *
     * @param ordered rows depend on rows before them in the batch, so they must run one after another
     */
    record Batch(StatementShape shape, List<RowOperation> rows, boolean ordered) {

        boolean generatesKeys() {
            return rows.get(0).generatesKey();
        }
    }

    private final List<Batch> batches;
    private final Set<Object> deferred;
    private final RowGraph graph;

    FlushPlan(List<Batch> batches, Set<Object> deferred, RowGraph graph) {
        this.batches = List.copyOf(batches);
        this.deferred = Set.copyOf(deferred);
        this.graph = graph;
    }

    List<Batch> batches() {
        return batches;
    }

    /** Constraints whose check has to be put off to the end of the transaction. */
    Set<Object> deferred() {
        return deferred;
    }

    /** How many rows are written, a row once for each statement that writes it. */
    public int rowCount() {
        int count = 0;
        for (Batch batch : batches) {
            count += batch.rows().size();
        }
        return count;
    }

    /** How many groups of rows are sent. */
    public int batchCount() {
        return batches.size();
    }

    /** One line for each batch, and under it its rows (the first twenty). */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("flush plan: ")
                .append(batches.size())
                .append(batches.size() == 1 ? " batch, " : " batches, ")
                .append(rowCount())
                .append(rowCount() == 1 ? " row\n" : " rows\n");
        for (Object constraint : deferred) {
            text.append("   defer ").append(constraint).append('\n');
        }
        int number = 1;
        for (Batch batch : batches) {
            text.append(number++).append(". ").append(title(batch)).append('\n');
            int shown = 0;
            for (RowOperation row : batch.rows()) {
                if (shown++ == ROWS_SHOWN) {
                    text.append("   ... and ")
                            .append(batch.rows().size() - ROWS_SHOWN)
                            .append(" more\n");
                    break;
                }
                text.append("   ").append(line(row)).append('\n');
            }
        }
        return text.toString();
    }

    /** The batches as a Mermaid flowchart, with the constraints that order them. */
    public String toMermaid() {
        Map<RowOperation, Integer> batchOf = new java.util.IdentityHashMap<>();
        StringBuilder text = new StringBuilder("flowchart TD\n");
        int number = 0;
        for (Batch batch : batches) {
            number++;
            for (RowOperation row : batch.rows()) {
                batchOf.put(row, number);
            }
            text.append("    b").append(number).append("[\"").append(number).append(". ");
            text.append(title(batch).replace("\"", "'")).append("\"]\n");
        }
        arrows(batchOf)
                .forEach((ends, reasons) -> text.append("    ")
                        .append(ends.replace(
                                "-", " -->|\"" + String.join(", ", reasons).replace("\"", "'") + "\"| "))
                        .append('\n'));
        return text.toString();
    }

    private Map<String, Set<String>> arrows(Map<RowOperation, Integer> batchOf) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (int edge = 0; edge < graph.edges(); edge++) {
            RowOperation first = graph.operation(graph.from(edge));
            RowOperation second = graph.operation(graph.to(edge));
            Integer start = first == null ? null : batchOf.get(first);
            Integer end = second == null ? null : batchOf.get(second);
            if (start == null || end == null || start.equals(end)) {
                continue;
            }
            arrows.computeIfAbsent("b" + start + "-b" + end, k -> new LinkedHashSet<>())
                    .add(reason(edge));
        }
        return arrows;
    }

    private String reason(int edge) {
        Object constraint = graph.constraint(edge);
        return switch (graph.reason(edge)) {
            case SUPPLIES -> "key for " + nameOf(constraint);
            case RELEASES, MAY_RELEASE -> "lets go of " + nameOf(constraint);
            case FREES -> "frees " + nameOf(constraint);
            case SAME_OBJECT -> "same object";
            case SAME_ROW -> "same row";
        };
    }

    private static String nameOf(@Nullable Object constraint) {
        return constraint == null ? "a column" : constraint.toString();
    }

    private static String title(Batch batch) {
        String keys = batch.generatesKeys() ? ", keys come back" : "";
        return batch.shape() + " x " + batch.rows().size() + keys;
    }

    private static String line(RowOperation row) {
        if (row.members.length > 0) {
            List<String> parts = new ArrayList<>();
            for (RowOperation member : row.members) {
                parts.add(line(member));
            }
            return row + ": " + String.join("; ", parts);
        }
        StringBuilder text = new StringBuilder(row.toString());
        for (int column : row.isDelete() ? new int[0] : row.shape.set) {
            if (row.after[column] instanceof RowOperation source) {
                text.append(", ")
                        .append(row.table().columns[column])
                        .append(" from ")
                        .append(source);
            }
        }
        return text.toString();
    }
}
