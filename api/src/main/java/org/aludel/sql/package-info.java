/**
 * SQL as immutable data: expressions, selectables and statements, each printable and with a structure key.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.sql;
