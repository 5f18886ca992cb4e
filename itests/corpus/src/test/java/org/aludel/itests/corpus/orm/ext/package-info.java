/** Scenarios of what is built on mappings: hybrids, proxies, own types, shards, own SQL. */
@NullUnmarked
package org.aludel.itests.corpus.orm.ext;

import org.jspecify.annotations.NullUnmarked;
