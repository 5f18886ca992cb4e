/**
 * The expression language, one dialect beside the other.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.expressions;
