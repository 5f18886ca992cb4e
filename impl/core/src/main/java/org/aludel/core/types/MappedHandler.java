package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values stored as those of another handler. Null is never given to the functions.
 */
public final class MappedHandler<S, T> implements TypeHandler<T> {

    private final TypeHandler<S> stored;
    private final Function<? super T, ? extends S> toStored;
    private final Function<? super S, ? extends T> fromStored;

    public MappedHandler(
            TypeHandler<S> stored,
            Function<? super T, ? extends S> toStored,
            Function<? super S, ? extends T> fromStored) {
        this.stored = stored;
        this.toStored = toStored;
        this.fromStored = fromStored;
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable T value) throws SQLException {
        stored.bind(statement, parameter, value == null ? null : toStored.apply(value));
    }

    @Override
    public @Nullable T read(ResultSet rows, int column) throws SQLException {
        S value = stored.read(rows, column);
        return value == null ? null : fromStored.apply(value);
    }
}
