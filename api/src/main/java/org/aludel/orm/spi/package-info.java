/**
 * How the interfaces of the mapper find their implementation: one provider, found by {@link java.util.ServiceLoader}.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.spi;
