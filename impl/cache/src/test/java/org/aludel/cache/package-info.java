/** Tests of the result cache, on Caffeine, on JCache and on caches that fail. */
@org.jspecify.annotations.NullMarked
package org.aludel.cache;
