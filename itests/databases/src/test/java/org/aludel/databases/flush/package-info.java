/** Flushes on every database: order, cycles, unique values, keys, counts. */
package org.aludel.databases.flush;
