package org.aludel.orm;

import org.aludel.sql.Statement;

/**
 * A DELETE of a query was executed.
 *
 * @param type the class of the objects
 * @param statement what was executed
 * @param rowCount the rows that were hit
 * @since 0.1
 */
public record AfterBulkDelete(Session session, Class<?> type, Statement statement, long rowCount) implements SessionEvent {}
