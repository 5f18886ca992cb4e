/** Queries and loading on every database: strategies, limits, locks, streams, bulk statements. */
package org.aludel.databases.query;
