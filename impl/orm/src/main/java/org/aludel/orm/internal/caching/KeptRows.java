package org.aludel.orm.internal.caching;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept.
 *
 * @param tokens what the tables were at before the database was asked
 * @param rows the values of each row
 */
record KeptRows(HashMap<String, Long> tokens, ArrayList<@Nullable Object[]> rows) implements Serializable {

    private static final long serialVersionUID = 1L;
}
