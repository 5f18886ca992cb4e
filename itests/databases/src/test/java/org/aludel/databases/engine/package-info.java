/** Engines, connections, transactions and results on every database. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.engine;
