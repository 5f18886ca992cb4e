/**
 * The session: which objects belong together, when their changes are written, and how they settle when a transaction
 * ends. In come objects and calls of the program; out go sets of changed states for the flush, and questions for the
 * loaders. Session, transaction, scope (root or savepoint) and connection are one class each.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.session;
