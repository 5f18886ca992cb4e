package org.aludel.sql;

/**
 * How the columns of a select are named in its result.
 *
 * @since 0.1
 */
public enum LabelStyle {

    /** As they are, also where two have the same name. */
    NONE,

    /** Table and column, joined by an underscore: {@code users.id AS users_id}. */
    TABLENAME_PLUS_COL,

    /** As they are; a name that is taken gets a number: {@code users.id, orders.id AS id_1}. The default. */
    DISAMBIGUATE_ONLY
}
