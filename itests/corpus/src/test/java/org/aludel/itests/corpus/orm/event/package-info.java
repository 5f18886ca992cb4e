/** Scenarios of events. */
@NullUnmarked
package org.aludel.itests.corpus.orm.event;

import org.jspecify.annotations.NullUnmarked;
