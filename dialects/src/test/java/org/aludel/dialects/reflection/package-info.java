/** Readers of catalogues whose databases can't run here, on answers as their documentation shows them. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.reflection;
