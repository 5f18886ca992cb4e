/**
 * The door through which the interfaces of {@link org.aludel.engine} find who implements them. Application code does not
 * use this package.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.engine.spi;
