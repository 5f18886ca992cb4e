/** Scenarios of sessions: autoflush, transactions, savepoints, several engines, merge. */
@NullUnmarked
package org.aludel.itests.corpus.orm.session;

import org.jspecify.annotations.NullUnmarked;
