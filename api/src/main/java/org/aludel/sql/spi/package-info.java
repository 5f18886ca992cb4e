/**
 * What compilers, the mapper and constructs of a program's own need of statements: visiting, structure keys, and the
 * resolution of mapped attributes.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.sql.spi;
