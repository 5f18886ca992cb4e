package org.aludel.engine;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave back, read once from front to back. The methods that return an element or a list close it; so
 * does iterating to the end.
 *
 * @param <T> what a row becomes
 * @since 0.1
 */
public interface Results<T extends @Nullable Object> extends Iterable<T>, AutoCloseable {

    /**
     * The only row.
     *
     * @throws org.aludel.errors.NoResultException ALU-0232 if there is none
     * @throws org.aludel.errors.MultipleResultsException ALU-0233 if there are more
     */
    T one();

    /**
     * The only row, or null if there is none.
     *
     * @throws org.aludel.errors.MultipleResultsException ALU-0233 if there are more
     */
    @Nullable
    T oneOrNone();

    /** The first row, or null if there is none. */
    @Nullable
    T first();

    /** All rows that are left. */
    List<T> all();

    /** The rows that are left; closing the stream closes the result. */
    Stream<T> stream();

    /** Iterates the rows that are left; there is one pass only. */
    @Override
    Iterator<T> iterator();

    /** Frees the database's cursor. Closing again does nothing. */
    @Override
    void close();
}
