/**
 * A dialect for a database that does not exist, written as a third party would write one: only public types of
 * {@code aludel-core}, found by the service loader. Oddity has no truth values, no upserts and no RETURNING, keeps names in
 * lower case, wants a table in every SELECT, and has spellings of its own. H2 plays its part.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.compliance.oddity;
