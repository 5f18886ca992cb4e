/** Errors sorted by the tables of databases that can't run here. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.errors;
