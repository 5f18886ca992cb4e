package org.aludel.sql.spi;

/**
 * Writes the SQL of one kind of construct.
 *
 * @param <N> class of the construct
 * @since 0.1
 */
@FunctionalInterface
public interface CompileRule<N> {

    /** Writes a construct; {@link CustomNode.Rendering#builtIn()} writes what stood there without this rule. */
    void write(N construct, CustomNode.Rendering sql);
}
