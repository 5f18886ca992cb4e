/**
 * Turns statements into SQL text, a bind plan and a result plan: one visit method per construct, which a database's
 * dialect overrides where it differs.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.compiler;
