package org.aludel.schema;

/**
 * What happens to referring rows.
 *
 * @since 0.1
 */
public enum ForeignKeyAction {
    CASCADE,
    SET_NULL,
    SET_DEFAULT,
    RESTRICT,
    NO_ACTION;

    /** The keywords. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
