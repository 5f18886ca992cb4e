/**
 * Where the parts of the mapper are put together: the only package that knows mapping, session, flush, loading and query
 * at once. In comes what a program gives to the factory's builder; out goes the factory.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.assembly;
