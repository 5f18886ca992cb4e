/** Scenarios of loader strategies. */
@NullUnmarked
package org.aludel.itests.corpus.orm.load;

import org.jspecify.annotations.NullUnmarked;
