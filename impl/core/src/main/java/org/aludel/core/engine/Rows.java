package org.aludel.core.engine;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aludel.errors.DataException;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * An open cursor, read column by column through the readers of its result plan. Columns are counted from 0. Reading past
 * the last row closes it; so does closing its connection.
 */
public final class Rows implements RowSource {

    private final Channel channel;
    private final PreparedStatement statement;
    private final ResultSet cursor;
    private final ColumnReaders readers;
    private final String sql;
    private final @Nullable Streaming streaming;
    private long whole;
    private boolean closed;
    private boolean cutOff;
    private @Nullable RowEcho echo;
    // The connection keeps its open cursors in a doubly linked list, so that coming and going allocates nothing.
    @Nullable
    Rows previousOpen;

    @Nullable
    Rows nextOpen;

    Rows(
            Channel channel,
            PreparedStatement statement,
            ResultSet cursor,
            ColumnReaders readers,
            String sql,
            @Nullable Streaming streaming) {
        this.channel = channel;
        this.statement = statement;
        this.cursor = cursor;
        this.readers = readers;
        this.sql = sql;
        this.streaming = streaming;
        channel.opened(this);
    }

    /** Moves to the next row; false, and closed, when there is none. */
    @Override
    public boolean next() {
        if (closed) {
            refuseIfCutOff();
            return false;
        }
        try {
            if (cursor.next()) {
                if (echo != null) {
                    echo.row(this);
                }
                return true;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        close();
        return false;
    }

    /** Shows each row as it is read. */
    Rows echoing(RowEcho newEcho) {
        echo = newEcho;
        return this;
    }

    /** Closes rows that nobody has read to their end, because their connection or transaction ends. */
    void cutOff() {
        cutOff = !closed;
        close();
    }

    /** What these rows stream by; null for rows that the driver fetches as it likes. */
    @Nullable
    Streaming streaming() {
        return streaming;
    }

    /** The statement they come from. */
    String sql() {
        return sql;
    }

    private void refuseIfCutOff() {
        if (cutOff) {
            throw new InvalidRequestException(
                    "ALU-0266",
                    "the rows are gone, their connection or transaction ended before they were read; where: " + sql
                            + "; what to do: read results (all(), one(), scalar()) before you end it");
        }
    }

    /** Number of columns. */
    public int size() {
        return readers.size();
    }

    /** Names of the columns as the database gives them. */
    public List<String> labels() {
        try {
            return Metadata.labels(cursor.getMetaData());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether the value at the column is NULL. */
    public boolean isNull(int column) {
        return getObject(column) == null;
    }

    @Override
    public boolean getBoolean(int column) {
        try {
            boolean value = readers.readBoolean(cursor, column);
            if (!value && cursor.wasNull()) {
                throw nullAt(column);
            }
            return value;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public byte getByte(int column) {
        int value = getInt(column);
        if (value != (byte) value) {
            throw outOfRange(column, value, "byte");
        }
        return (byte) value;
    }

    @Override
    public short getShort(int column) {
        int value = getInt(column);
        if (value != (short) value) {
            throw outOfRange(column, value, "short");
        }
        return (short) value;
    }

    @Override
    public int getInt(int column) {
        try {
            int value = readers.readInt(cursor, column);
            if (value == 0 && cursor.wasNull()) {
                throw nullAt(column);
            }
            return value;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long getLong(int column) {
        try {
            long value = readers.readLong(cursor, column);
            if (value == 0 && cursor.wasNull()) {
                throw nullAt(column);
            }
            return value;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public float getFloat(int column) {
        return (float) getDouble(column);
    }

    @Override
    public double getDouble(int column) {
        try {
            double value = readers.readDouble(cursor, column);
            if (value == 0 && cursor.wasNull()) {
                throw nullAt(column);
            }
            return value;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public char getChar(int column) {
        Object value = getObject(column);
        if (value == null) {
            throw nullAt(column);
        }
        Character character = Conversion.to(Character.class, value, name(column));
        return character == null ? 0 : character;
    }

    @Override
    public @Nullable String getString(int column) {
        try {
            return readers.readString(cursor, column);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) {
        Object value = getObject(column);
        return value == null || value instanceof BigDecimal
                ? (BigDecimal) value
                : Conversion.to(BigDecimal.class, value, name(column));
    }

    @Override
    public @Nullable Object getObject(int column) {
        try {
            return readers.read(cursor, column);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The values of the current row. */
    @Override
    public @Nullable Object[] values() {
        whole++;
        try {
            return readers.read(cursor);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether it was closed or read to its end. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        channel.ended(this);
        Jdbc.closeQuietly(cursor);
        Jdbc.closeQuietly(statement);
        if (streaming != null) {
            streaming.end();
        }
        readers.wereRead(whole);
    }

    private RuntimeException failed(SQLException e) {
        RuntimeException failure = channel.failed(e, sql, ParameterSets.NONE);
        try {
            close();
        } catch (RuntimeException after) {
            failure.addSuppressed(after);
        }
        return failure;
    }

    private DataException nullAt(int column) {
        return ArrayRow.nullPrimitive(name(column));
    }

    private DataException outOfRange(int column, int value, String type) {
        return new DataException(
                "ALU-0237",
                "the value " + value + " does not fit into a " + type + "; where: column " + name(column)
                        + "; what to do: read it as an int");
    }

    private String name(int column) {
        try {
            return cursor.getMetaData().getColumnLabel(column + 1);
        } catch (SQLException e) {
            return String.valueOf(column);
        }
    }
}
