/** Ebean as a peer, its classes enhanced by its own plugin. */
@NullMarked
package org.aludel.benchmarks.rivals.ebean;

import org.jspecify.annotations.NullMarked;
