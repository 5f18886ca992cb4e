/** Two-phase transactions by hand and with a decision record, on every database that has them. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.twophase;
