package org.aludel.schema;

/**
 * When a listener of a {@link Table} or of a {@link MetaData} runs. Those of a table run only if the table is really created
 * or dropped; those of a MetaData run with every {@code createAll} and {@code dropAll}.
 *
 * @since 0.1
 */
public enum DdlEvent {
    /** Before a table is created, or before any is. */
    BEFORE_CREATE,
    /** After a table is created with its indexes and remarks, or after all are. */
    AFTER_CREATE,
    /** Before a table is dropped, or before any is. */
    BEFORE_DROP,
    /** After a table is dropped, or after all are. */
    AFTER_DROP
}
