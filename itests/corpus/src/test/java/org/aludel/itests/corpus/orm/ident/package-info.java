/** Scenarios of identity and the identity map. */
@NullUnmarked
package org.aludel.itests.corpus.orm.ident;

import org.jspecify.annotations.NullUnmarked;
