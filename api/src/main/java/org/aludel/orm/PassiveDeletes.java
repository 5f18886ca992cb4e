package org.aludel.orm;

/**
 * What happens to the rows that refer to a deleted object.
 *
 * @since 0.1
 */
public enum PassiveDeletes {
    /** They are loaded, and deleted or cut loose. */
    NO,
    /** Those that are loaded are deleted or cut loose; the rest is left to the database's ON DELETE. */
    YES,
    /** All of them are left to the database's ON DELETE, or to its refusal. */
    ALL
}
