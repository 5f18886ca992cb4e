package org.aludel.orm;

/**
 * An UPDATE of a query was executed.
 *
 * @param type the class of the objects
 * @param rowCount the rows that were hit
 * @since 0.1
 */
public record AfterBulkUpdate(Session session, Class<?> type, long rowCount) implements SessionEvent {}
