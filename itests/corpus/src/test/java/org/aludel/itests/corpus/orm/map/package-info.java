/** Scenarios of the area map. */
@NullUnmarked
package org.aludel.itests.corpus.orm.map;

import org.jspecify.annotations.NullUnmarked;
