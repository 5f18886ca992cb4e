package org.aludel.orm;

/**
 * How the columns that a mapped subclass adds are loaded when a query asks for its superclass.
 *
 * @since 0.1
 */
public enum PolymorphicLoad {
    /** When one of them is read. */
    ON_DEMAND,
    /** In the same row, by an outer join of the subclass's table. */
    INLINE,
    /** By one more statement for all objects of the subclass among the answers. */
    SELECTIN
}
