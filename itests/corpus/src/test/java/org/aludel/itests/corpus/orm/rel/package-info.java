/** Scenarios of relations between classes. */
@NullUnmarked
package org.aludel.itests.corpus.orm.rel;

import org.jspecify.annotations.NullUnmarked;
