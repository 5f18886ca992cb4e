package org.aludel.orm;

/**
 * A DELETE of a query was executed.
 *
 * @param type the class of the objects
 * @param rowCount the rows that were hit
 * @since 0.1
 */
public record AfterBulkDelete(Session session, Class<?> type, long rowCount) implements SessionEvent {}
