/** Scenarios of bulk operations. */
@NullUnmarked
package org.aludel.itests.corpus.orm.bulk;

import org.jspecify.annotations.NullUnmarked;
