/** Scenarios of collections. */
@NullUnmarked
package org.aludel.itests.corpus.orm.coll;

import org.jspecify.annotations.NullUnmarked;
