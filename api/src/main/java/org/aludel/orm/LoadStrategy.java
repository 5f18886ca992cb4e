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
    SELECTIN,
    /** With the owners, by one more statement that repeats the query of the owners as a subquery. */
    SUBQUERY,
    /** By a statement for each owner, right after the owners. */
    IMMEDIATE,
    /** Never: the attribute is empty. What is put into it is saved. */
    NOLOAD,
    /** Never: reading the attribute is an error (ALU-0711) unless the query loaded it. */
    RAISE,
    /** Never by SQL: reading the attribute is an error (ALU-0711) unless the session has the object. */
    RAISE_ON_SQL
}
