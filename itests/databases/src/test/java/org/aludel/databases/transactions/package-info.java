/** Savepoints, counted begins, cancellation and isolation on every database. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.transactions;
