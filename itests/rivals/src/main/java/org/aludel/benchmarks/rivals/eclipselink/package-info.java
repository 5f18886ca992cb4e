/** EclipseLink as a peer; its mapped classes are its own, since what bytecode tools do to them must not meet another mapper. */
@NullMarked
package org.aludel.benchmarks.rivals.eclipselink;

import org.jspecify.annotations.NullMarked;
