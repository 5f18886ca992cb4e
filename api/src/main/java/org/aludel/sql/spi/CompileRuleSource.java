package org.aludel.sql.spi;

/**
 * A class whose public methods with {@link org.aludel.sql.Compiles} are rules; found by {@link java.util.ServiceLoader}
 * when the first statement is compiled.
 *
 * @since 0.1
 */
public interface CompileRuleSource {}
