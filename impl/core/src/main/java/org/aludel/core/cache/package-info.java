/**
 * Keeps compiled statements, so that a statement whose structure was seen before costs a look-up.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.cache;
