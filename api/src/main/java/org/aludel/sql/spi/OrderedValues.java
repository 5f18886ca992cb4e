package org.aludel.sql.spi;

import org.jspecify.annotations.Nullable;

/**
 * Values by name that stand in an order. A batch has many sets of the same names: from such sets values are taken by place,
 * without a look-up for each.
 *
 * @since 0.1
 */
public interface OrderedValues {

    /**
     * Takes all values if these are their names, in this order; else what was taken so far does not count.
     *
     * @param names the very same strings that name the values; equal ones need not be recognised
     * @param values takes the values, as long as the names
     * @return whether they were
     */
    boolean take(String[] names, @Nullable Object[] values);
}
