/**
 * Oracle Database 8 to 23: how it spells SQL (no AS before aliases of tables, DUAL, MINUS, ROWNUM where there is no
 * FETCH), its own types, how it and its driver behave, how one connects to it.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.oracle;
