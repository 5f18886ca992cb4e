/** Scenarios of extensions: mutable values, collections of many to many. */
@NullUnmarked
package org.aludel.itests.corpus.orm.ext;

import org.jspecify.annotations.NullUnmarked;
