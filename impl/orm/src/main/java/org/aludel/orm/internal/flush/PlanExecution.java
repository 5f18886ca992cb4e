package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.FlushException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Sends the batches of a plan, brings generated keys back to the operations, and checks what each statement hit. */
final class PlanExecution {

    private static final System.Logger LOG = System.getLogger("org.aludel.flush");

    /** More rows than this go in several batches, so that drivers need not hold all of them. */
    private static final int MOST_ROWS = 10_000;

    /** Fewer rows than this go as a batch of single rows. */
    private static final int WORTH_ARRAYS = 8;

    private final CoreConnection connection;
    private final CoreEngine engine;
    private final MapperRegistry registry;

    PlanExecution(CoreConnection connection, MapperRegistry registry) {
        this.connection = connection;
        this.engine = connection.engine();
        this.registry = registry;
    }

    /** Has the database check some constraints at the end of the transaction. */
    void defer(Set<Object> constraints) {
        ConstraintDeferral.defer(constraints, connection);
    }

    void run(FlushPlan.Batch batch) {
        List<RowOperation> rows = batch.rows();
        for (int start = 0; start < rows.size(); start += MOST_ROWS) {
            send(batch, rows.subList(start, Math.min(rows.size(), start + MOST_ROWS)));
        }
    }

    private void send(FlushPlan.Batch batch, List<RowOperation> rows) {
        try {
            switch (batch.shape().kind) {
                case INSERT -> insert(batch, rows);
                case UPDATE, DELETE -> change(batch, rows);
                case SWAP -> rows.forEach(this::swap);
            }
        } catch (IntegrityException e) {
            throw explained(e, batch, rows);
        }
    }

    // ---- inserts

    private void insert(FlushPlan.Batch batch, List<RowOperation> rows) {
        PreparedShape prepared = prepared(batch);
        switch (rows.size() == 1 && prepared.keys != PreparedShape.Keys.NONE
                ? PreparedShape.Keys.SINGLE
                : prepared.keys) {
            case NONE -> insertPlainly(prepared, rows);
            case SINGLE -> rows.forEach(row -> insertOne(prepared, row));
            case BATCH -> insertBatch(prepared, rows);
            case ARRAYS -> insertArrays(prepared, rows);
            case ROWS -> insertChunks(prepared, rows);
        }
    }

    private void insertPlainly(PreparedShape prepared, List<RowOperation> rows) {
        if (prepared.inArrays && rows.size() >= WORTH_ARRAYS) {
            connection.update(prepared.arrays(), prepared.parametersByColumn(rows));
        } else {
            execute(prepared, rows);
        }
    }

    private PreparedShape prepared(FlushPlan.Batch batch) {
        return PreparedShape.of(batch.shape(), engine, registry, batch.generatesKeys());
    }

    private void insertOne(PreparedShape prepared, RowOperation row) {
        try (Rows keys = connection.insertReturning(prepared.plan, prepared.parameters(row))) {
            Object key = keys.next() ? keys.getObject(prepared.keyPosition) : null;
            if (key == null) {
                throw keysMissing(row, 1, 0);
            }
            keep(row, key);
        }
    }

    private void insertBatch(PreparedShape prepared, List<RowOperation> rows) {
        try (Rows keys = connection.batchReturning(prepared.plan, parameters(prepared, rows))) {
            int count = 0;
            while (keys.next()) {
                Object key = keys.getObject(prepared.keyPosition);
                if (count < rows.size() && key != null) {
                    keep(rows.get(count), key);
                }
                count++;
            }
            if (count != rows.size()) {
                throw keysMissing(rows.get(0), rows.size(), count);
            }
        }
    }

    private void insertArrays(PreparedShape prepared, List<RowOperation> rows) {
        try (Rows keys = connection.insertReturning(prepared.arrays(), prepared.parametersByColumn(rows))) {
            match(rows, keys);
        }
    }

    private void insertChunks(PreparedShape prepared, List<RowOperation> rows) {
        int width = rows.get(0).shape.set.length;
        int start = 0;
        for (int number = 0; number < PreparedShape.CHUNKS.length; number++) {
            int size = PreparedShape.CHUNKS[number];
            while (rows.size() - start >= size) {
                List<RowOperation> some = rows.subList(start, start + size);
                @Nullable Object[] values = new Object[size * width];
                for (int row = 0; row < size; row++) {
                    System.arraycopy(prepared.parameters(some.get(row)), 0, values, row * width, width);
                }
                try (Rows keys = connection.insertReturning(prepared.chunk(number), values)) {
                    match(some, keys);
                }
                start += size;
            }
        }
        for (RowOperation row : rows.subList(start, rows.size())) {
            insertOne(prepared, row);
        }
    }

    /**
     * No database promises the order of the rows that RETURNING gives, but keys are made in the order in which rows are
     * inserted: sorted, they match.
     */
    private static void match(List<RowOperation> rows, Rows returned) {
        long[] keys = new long[rows.size()];
        int count = 0;
        while (returned.next()) {
            if (count < keys.length) {
                keys[count] = returned.getLong(0);
            }
            count++;
        }
        if (count != keys.length) {
            throw keysMissing(rows.get(0), keys.length, count);
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            keep(rows.get(i), keys[i]);
        }
    }

    private static void keep(RowOperation row, Object key) {
        TableModel table = row.table();
        Object fitting = table.source[table.generatedKey].type().coerce(key);
        row.after[table.generatedKey] = fitting;
    }

    private static FlushException keysMissing(RowOperation row, int expected, int found) {
        return new FlushException(
                "ALU-0608",
                "the database gave another number of generated keys than rows were inserted; where: table "
                        + row.table() + ", " + expected + " rows, " + found
                        + " keys; what to do: let the key column be generated by the database (identity, auto_increment"
                        + " or a default), or set keys before the flush");
    }

    // ---- updates and deletes

    private void change(FlushPlan.Batch batch, List<RowOperation> rows) {
        PreparedShape prepared = prepared(batch);
        if (prepared.inArrays && rows.size() >= WORTH_ARRAYS && !batch.ordered()) {
            long count = connection.update(prepared.arrays(), prepared.parametersByColumn(rows));
            if (count == rows.size()) {
                return;
            }
            // doing it again row by row changes nothing, and finds the row that is not there
        }
        long[] counts = execute(prepared, rows);
        for (int i = 0; i < counts.length; i++) {
            RowOperation row = rows.get(i);
            // a driver that rewrites batches may not tell the count of each row: it says so by a negative number
            if (counts[i] != 1 && counts[i] >= 0 && !row.anyCount) {
                if (row.isDelete() && counts[i] == 0 && !isVersioned(row)) {
                    gone(row);
                } else {
                    throw stale(row, counts[i]);
                }
            }
        }
    }

    private long[] execute(PreparedShape prepared, List<RowOperation> rows) {
        if (rows.size() == 1) {
            return new long[] {connection.update(prepared.plan, prepared.parameters(rows.get(0)))};
        }
        return connection.batch(prepared.plan, parameters(prepared, rows));
    }

    private static List<@Nullable Object[]> parameters(PreparedShape prepared, List<RowOperation> rows) {
        List<@Nullable Object[]> parameters = new ArrayList<>(rows.size());
        for (RowOperation row : rows) {
            parameters.add(prepared.parameters(row));
        }
        return parameters;
    }

    private void swap(RowOperation operation) {
        StatementShape shape = operation.shape;
        RowOperation[] rows = operation.members;
        int perRow = shape.set.length + shape.where.length;
        @Nullable Object[] values = new Object[rows.length * perRow];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < shape.set.length; i++) {
                values[row * perRow + i] = rows[row].value(shape.set[i]);
            }
            for (int i = 0; i < shape.where.length; i++) {
                values[row * perRow + shape.set.length + i] = RowOperation.settled(rows[row].before[shape.where[i]]);
            }
        }
        Plan plan = PreparedShape.swap(shape, rows.length, engine, registry);
        long count = connection.update(plan, values);
        if (count != rows.length) {
            throw stale(rows[0], count);
        }
    }

    private static boolean isVersioned(RowOperation row) {
        return row.shape.where.length > row.table().primaryKey.length && row.subject != null;
    }

    /** A row that was to be deleted is not there any more: what was wanted has come about. */
    private static void gone(RowOperation row) {
        if (row.subject instanceof EntityState state
                && !state.mapper().options().confirmsDeletedRows()) {
            return;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "ALU-0610 DELETE hit 0 rows instead of one: someone else has deleted the row since it was read; where: {0};"
                        + " what to do: nothing, or say confirmDeletedRows(false) where this is expected",
                name(row));
    }

    private static StaleDataException stale(RowOperation row, long found) {
        String doing = row.isDelete() ? "DELETE" : "UPDATE";
        boolean versioned = isVersioned(row);
        return new StaleDataException(
                row.isDelete() ? "ALU-0610" : "ALU-0609",
                doing + " hit " + found
                        + " rows instead of one: the row was changed or deleted by someone else since it"
                        + " was read; where: " + name(row)
                        + (versioned ? ", version " + row.before[row.shape.where[row.shape.where.length - 1]] : "")
                        + "; what to do: roll back, read the object again and repeat the change");
    }

    private static String name(RowOperation row) {
        StringBuilder text = new StringBuilder();
        if (row.subject instanceof EntityState state) {
            text.append(state.mapper().name()).append(' ');
        }
        text.append(row.table());
        int[] key = row.isInsert() ? row.table().primaryKey : row.shape.where;
        for (int i = 0;
                i < key.length && (row.isInsert() || i < row.table().primaryKey.length || row.subject == null);
                i++) {
            Object value = RowOperation.settled(row.isInsert() ? row.after[key[i]] : row.before[key[i]]);
            text.append(i == 0 ? " (" : ", ")
                    .append(row.table().columns[key[i]])
                    .append(" = ");
            text.append(value instanceof RowOperation ? "new" : value);
        }
        return text.append(key.length == 0 ? "" : ")").toString();
    }

    // ---- errors

    /** The same error, which now says which objects were being written. */
    private static IntegrityException explained(
            IntegrityException error, FlushPlan.Batch batch, List<RowOperation> rows) {
        StringBuilder doing = new StringBuilder("; in the flush: ").append(batch.shape());
        doing.append(rows.size() == 1 ? " of " : " of " + rows.size() + " rows, the first ")
                .append(name(rows.get(0)));
        String message = String.valueOf(error.getMessage());
        String known = message.startsWith(error.code())
                ? message.substring(error.code().length() + 1)
                : message;
        IntegrityException explained = new IntegrityException(
                error.code(),
                known + doing,
                error.kind(),
                error.constraint(),
                new DatabaseException.Details(
                        error.statement(), error.parameters(), error.sqlState(), error.vendorCode(), error.engine()),
                error.getCause());
        explained.addSuppressed(error);
        return explained;
    }
}
