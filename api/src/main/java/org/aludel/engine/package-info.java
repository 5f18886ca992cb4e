/**
 * Engines, connections, transactions and results.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.engine;
