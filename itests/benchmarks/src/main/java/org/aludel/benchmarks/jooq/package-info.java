/** jOOQ as a peer, with its tables as its code generator would write them. */
@NullMarked
package org.aludel.benchmarks.jooq;

import org.jspecify.annotations.NullMarked;
