/**
 * Result caches of others, for {@code SessionFactoryBuilder.resultCache}. In: keys and answers. Out: what Caffeine or a
 * JCache provider kept of them.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.cache;
