/** Scenarios of attributes: state, history, validators. */
@NullUnmarked
package org.aludel.itests.corpus.orm.attr;

import org.jspecify.annotations.NullUnmarked;
