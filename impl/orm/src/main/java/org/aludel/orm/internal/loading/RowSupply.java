package org.aludel.orm.internal.loading;

/** How the rows of a query come, which decides what can be loaded along in them. */
public enum RowSupply {
    /** All of them are read before a result is given. */
    WHOLE,
    /** Results are given portion by portion, so that the members of a collection are not there together. */
    STREAMED,
    /** They are the program's own statement, to which nothing can be joined. */
    GIVEN
}
