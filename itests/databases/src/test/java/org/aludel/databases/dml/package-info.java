/** INSERT, UPDATE and DELETE with all they can say, on every database. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.dml;
