/**
 * The door through the compiler: an annotation processor that generates the metamodel and rewrites each class file when
 * the compiler has written it, and a compiler plugin that refuses to compile mapped classes without it.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.instrument.processor;
