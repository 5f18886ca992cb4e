package org.aludel.orm;

import org.aludel.sql.Statement;

/**
 * An UPDATE of a query was executed.
 *
 * @param type the class of the objects
 * @param statement what was executed
 * @param rowCount the rows that were hit
 * @since 0.1
 */
public record AfterBulkUpdate(Session session, Class<?> type, Statement statement, long rowCount) implements SessionEvent {}
