/** Scenarios of queries. */
@NullUnmarked
package org.aludel.itests.corpus.orm.query;

import org.jspecify.annotations.NullUnmarked;
