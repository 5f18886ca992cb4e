/**
 * The schema as data: metadata, tables, columns, constraints, and DDL elements.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.schema;
