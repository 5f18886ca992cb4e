/** Statements, types and definitions on every database. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.sql;
