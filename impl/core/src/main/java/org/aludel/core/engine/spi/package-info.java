/**
 * The seam to a transaction manager: who implements {@link org.aludel.core.engine.spi.TransactionIntegration} decides
 * which connection an engine uses inside a transaction that is not the engine's own.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.engine.spi;
