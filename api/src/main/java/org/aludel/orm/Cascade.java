package org.aludel.orm;

/**
 * What a relation passes on from an object to those it refers to. A relation that says nothing cascades
 * {@link #SAVE_UPDATE} and {@link #MERGE}; one that lists cascades has the listed ones only.
 *
 * @since 0.1
 */
public enum Cascade {
    /** Nothing; written alone. */
    NONE,
    /** Everything but {@link #DELETE_ORPHAN}. */
    ALL,
    /** An object that is added to a session brings the related ones with it. */
    SAVE_UPDATE,
    /** Merging an object merges the related ones. */
    MERGE,
    /** Refreshing or expiring an object does the same to the related ones. */
    REFRESH_EXPIRE,
    /** An object that leaves the session takes the related ones with it. */
    EXPUNGE,
    /** Deleting an object deletes the related ones. */
    DELETE,
    /** An object that is taken out of the relation is deleted; it can't live without its parent. */
    DELETE_ORPHAN
}
