package org.aludel.orm;

/**
 * How the related objects of an attribute are loaded when a query says nothing else.
 *
 * @since 0.1
 */
public enum LoadStrategy {
    /** On first use, by a statement of its own. */
    LAZY,
    /** With the owner, by an outer join in the same statement. */
    JOINED,
    /** With the owners, by one more statement that selects by the owners' keys. */
    SELECTIN
}
