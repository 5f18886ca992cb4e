package org.aludel.core.engine.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is told which tables were written to, when that can be seen by others: after the commit, or at once where there is no
 * transaction. What was rolled back is not told. A commit that failed in a way that leaves its outcome open is.
 */
@FunctionalInterface
public interface WriteListener {

    /**
     * Rows of tables have changed.
     *
     * @param tables their names in small letters, behind their schema if there is one; null if it may be any
     */
    void written(@Nullable Set<String> tables);
}
