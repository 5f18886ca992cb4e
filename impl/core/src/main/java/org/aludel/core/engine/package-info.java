/**
 * Engines at work: a statement comes in, its compiled form is found or made, values are bound, rows are read. Here too
 * live connections, transactions and savepoints, and the sorting of what databases complain about. The object mapper uses
 * {@link org.aludel.core.engine.Plan} and {@link org.aludel.core.engine.Rows} directly; users meet the interfaces of
 * {@link org.aludel.engine}.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.engine;
