/** Runs the corpus: the score of what compiles, and what it does on databases. */
@NullMarked
package org.aludel.itests.corpus;

import org.jspecify.annotations.NullMarked;
