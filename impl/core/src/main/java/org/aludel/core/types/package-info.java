/**
 * How values cross JDBC: a dialect turns each {@code Type} into a {@code TypeHandler} once, and compiled statements keep
 * the handlers in arrays.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.types;
