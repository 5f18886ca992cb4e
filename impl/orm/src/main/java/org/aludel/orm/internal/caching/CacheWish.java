package org.aludel.orm.internal.caching;

import java.time.Duration;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of the result cache.
 *
 * @param region where its answer is kept
 * @param timeToLive how long at most; null for as long as the region is made for
 */
public record CacheWish(String region, @Nullable Duration timeToLive) {

    public CacheWish {
        if (region.isBlank() || region.equals(TableTokens.REGION)) {
            throw refused("the region \"" + region + "\" can't hold answers", "give another name");
        }
        if (timeToLive != null && (timeToLive.isNegative() || timeToLive.isZero())) {
            throw refused("an answer can't be kept for " + timeToLive, "give a positive time, or none");
        }
    }

    private static ArgumentException refused(String what, String remedy) {
        return new ArgumentException("ALU-0781", what + "; where: cache(...) of a query; what to do: " + remedy);
    }
}
