/** Scenarios of the unit of work: what a flush writes, and in which order. */
@NullUnmarked
package org.aludel.itests.corpus.orm.uow;

import org.jspecify.annotations.NullUnmarked;
