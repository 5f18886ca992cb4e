/** Scenarios of the area inh. */
@NullUnmarked
package org.aludel.itests.corpus.orm.inh;

import org.jspecify.annotations.NullUnmarked;
