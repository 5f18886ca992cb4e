/**
 * Measures the toolkit against recorded behaviour: reads cases, builds each expression with the public API from the syntax
 * tree of its source, compiles it for every dialect and compares. Nothing here knows what SQL is expected.
 */
@NullMarked
package org.aludel.itests.corpus;

import org.jspecify.annotations.NullMarked;
