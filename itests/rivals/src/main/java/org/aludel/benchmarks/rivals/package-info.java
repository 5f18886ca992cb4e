/**
 * The workloads as users of other mappers would write them, each by the mapper's own documentation: batches of 100, keys from
 * sequences where it asks for them, no cache beyond the session. A module of its own, built with a profile, so that their
 * dependencies and bytecode plugins stay out of the ordinary build.
 */
@NullMarked
package org.aludel.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
