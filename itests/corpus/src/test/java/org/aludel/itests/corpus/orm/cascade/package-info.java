/** Scenarios of what is passed on to related objects. */
@NullUnmarked
package org.aludel.itests.corpus.orm.cascade;

import org.jspecify.annotations.NullUnmarked;
