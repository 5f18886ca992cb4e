/**
 * Engines, connections, transactions and results: how a statement reaches a database and what comes back. A program
 * makes an {@link org.aludel.engine.Engine} per database, borrows {@link org.aludel.engine.Connection connections} from
 * it, and reads {@link org.aludel.engine.Result results}. Everything here is an interface, a record or an enum; the work
 * is done in aludel-core.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.engine;
