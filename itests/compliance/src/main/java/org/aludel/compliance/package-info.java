/**
 * The suite that every dialect passes, ours and those of others. A dialect says what its database can do; each check asks
 * for what it needs, so that one suite runs on every database, and what a database can't do is listed by name. Comes in: a
 * class that extends {@link org.aludel.compliance.DialectCompliance} and names a database. Goes out: ordinary JUnit tests
 * and one line of figures.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.compliance;
