package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * Makes the queries of sessions objects of a class of the program's own.
 *
 * @see SessionFactoryBuilder#queryClass
 * @see CustomQuery
 * @since 0.1
 */
@FunctionalInterface
public interface QueryClass {

    /** The program's query for one that the session made; it may have conditions already. */
    <T extends @Nullable Object> Query<T> of(Query<T> plain);
}
