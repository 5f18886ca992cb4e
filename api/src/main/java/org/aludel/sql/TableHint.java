package org.aludel.sql;

/**
 * A hint about one table of a select.
 *
 * @param item the table or alias
 * @param hint the text, and the dialect it is for
 * @since 0.1
 */
public record TableHint(FromItem item, Affix hint) {}
