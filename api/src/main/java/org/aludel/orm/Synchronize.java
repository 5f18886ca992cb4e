package org.aludel.orm;

/**
 * How objects in the session follow a bulk update or delete.
 *
 * @since 0.1
 */
public enum Synchronize {
    /** By evaluation where conditions can be judged in memory, else by fetching: the rule if nothing is said. */
    AUTO,
    /** By judging the conditions in memory; refused where that can't be done with certainty. */
    EVALUATE,
    /** By selecting the keys of the rows first. */
    FETCH,
    /** Not at all: they are as they were until they are expired. */
    NONE
}
