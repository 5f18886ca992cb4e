/**
 * The contract between an enhanced class and the mapper: what the enhancer adds to a class, and what the generated
 * code calls. Mapped classes depend on this package at run time and on nothing else of Aludel.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.instrument;
