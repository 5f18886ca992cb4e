package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect makes of a statement, an expression or a definition: the text, and the values that go with it. For
 * reading, testing and handing over to other tools; engines compile on their own and keep what they compiled.
 *
 * <pre>{@code
 * CompiledSql compiled = PostgreSql.dialect().compile(select(users.c("id")).where(name.eq("ed")));
 * compiled.sql();         // SELECT users.id FROM users WHERE users.name = ?
 * compiled.parameters();  // [ed]
 * compiled.inlined();     // SELECT users.id FROM users WHERE users.name = 'ed'
 * }</pre>
 *
 * @since 0.1
 */
public interface CompiledSql {

    /** The text with a {@code ?} for each value; lists of IN are written out, one mark for each element. */
    String sql();

    /** The values in the order of the marks; of the first set, if it was compiled for a batch. */
    List<@Nullable Object> parameters();

    /** The values of each set of a batch; one list if it was compiled for a single execution. */
    List<List<@Nullable Object>> batches();

    /** The text with a {@code :name} for each value. */
    String namedSql();

    /** The values by the names of {@link #namedSql()}, in the order of their first use. */
    Map<String, @Nullable Object> namedParameters();

    /**
     * The text with the values written as literals.
     *
     * @throws org.aludel.errors.CompileException ALU-0137 if a value can't be written as a literal
     * @throws org.aludel.errors.ArgumentException ALU-0190 if a value is known at execution only
     */
    String inlined();

    /** The columns of the result; empty if there are none or only the database knows. */
    List<ResultField> columns();

    /**
     * The values as the driver gets them, after the conversion that their types and the dialect ask for.
     *
     * @throws org.aludel.errors.AludelException if a value can't be converted
     */
    List<@Nullable Object> boundParameters();

    /**
     * A column of the result.
     *
     * @param name by which programs ask for it
     * @param type of its values
     */
    record ResultField(String name, Type<?> type) {}

    /**
     * Stands among the parameters for a value that is known at execution only.
     *
     * @param source where the value comes from then
     * @param name of the parameter, or key of the column
     */
    record Awaited(Source source, String name) {

        /** Where a value comes from at execution. */
        public enum Source {
            /** The program gives it as a parameter. */
            PARAMETER,
            /** The engine fetches it beforehand, as from a sequence. */
            DATABASE,
            /** A default of the column computes it. */
            DEFAULT
        }
    }
}
