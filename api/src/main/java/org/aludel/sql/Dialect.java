package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A database's way to say things. Applications get one from {@code PostgreSql.dialect()} and the like, or leave the choice
 * to the engine.
 *
 * @since 0.1
 */
public interface Dialect {

    /** Name as in URLs: {@code postgresql}. */
    String name();

    /**
     * The SQL of a statement, an expression or a definition.
     *
     * @throws org.aludel.errors.CompileException if this database can't express it
     */
    default String toSql(Node node) {
        return compile(node).sql();
    }

    /**
     * Compiles a statement, an expression or a definition.
     *
     * @throws org.aludel.errors.CompileException if this database can't express it
     */
    CompiledSql compile(Node node);

    /**
     * Compiles a statement as it is executed with these parameters: the names decide the columns of INSERT and UPDATE.
     *
     * @throws org.aludel.errors.CompileException if this database can't express it
     */
    CompiledSql compile(Node node, Map<String, ?> parameters);

    /**
     * Compiles a statement as it is executed with many sets of parameters; the first set's names decide.
     *
     * @throws org.aludel.errors.CompileException if this database can't express it
     * @throws org.aludel.errors.ArgumentException ALU-0191 if there is no set, ALU-0192 if a later set lacks a name
     */
    CompiledSql compile(Node node, List<? extends Map<String, ? extends @Nullable Object>> parameterSets);

    /** Whether it goes by a name, its own or that of a family it belongs to, as MariaDB's to {@code mysql}. */
    default boolean isKindOf(String name) {
        return name().equals(name);
    }

    /**
     * How a column of a type is declared.
     *
     * @throws org.aludel.errors.CompileException if this database has no such type
     */
    String toSql(Type<?> type);

    /** The greatest length of a name, in characters. */
    default int maxIdentifierLength() {
        return Integer.MAX_VALUE;
    }

    /** Whether the database can do something. */
    boolean supports(Capability capability);
}
