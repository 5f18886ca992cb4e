package org.aludel.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a computed default of a column may look at: the other values of its row, and the connection that writes it.
 *
 * <pre>{@code
 * column("initials", string(10)).defaultWithContext(c -> initials((String) c.currentParameters().get("name")))
 * }</pre>
 *
 * @since 0.1
 */
public interface DefaultContext {

    /**
     * The values of the row that are known so far, by key of their column: those that were given, and defaults of columns
     * that stand before. Each row of a statement of several rows sees its own only. Values that are expressions are absent.
     */
    Map<String, @Nullable Object> currentParameters();

    /**
     * The connection that the row is written on.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0178 where a statement is only printed
     */
    Connection connection();
}
