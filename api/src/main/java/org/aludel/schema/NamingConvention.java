package org.aludel.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes are named that have no name of their own.
 *
 * <pre>{@code
 * new MetaData().namingConvention(NamingConvention.standard()
 *         .with("uq", "uq_%(table_name)s_%(column_0_N_name)s")
 *         .with("fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"));
 * }</pre>
 *
 * <p>Kinds are {@code ix}, {@code uq}, {@code ck}, {@code fk}, {@code pk}. Tokens: {@code table_name},
 * {@code referred_table_name}, {@code constraint_name} (the name given, which is then only a part), and for the column at
 * place {@code 0}: {@code column_0_name}, {@code column_0_key}, {@code column_0_label} (table and column),
 * {@code referred_column_0_name}. {@code column_0N_name} joins those of all columns, {@code column_0_N_name} with an
 * underscore between them. Tokens of one's own come from functions.
 *
 * @param templates by kind
 * @param tokens functions of the constraint or index and its table, by token
 * @since 0.1
 */
public record NamingConvention(
        Map<String, String> templates, Map<String, BiFunction<TableItem, Table, String>> tokens) {

    private static final NamingConvention STANDARD =
            new NamingConvention(Map.of("ix", "ix_%(column_0_label)s"), Map.of());

    public NamingConvention {
        templates = Map.copyOf(templates);
        tokens = Map.copyOf(tokens);
    }

    /** Indexes are named after table and first column; the database names the rest. */
    public static NamingConvention standard() {
        return STANDARD;
    }

    /** The same with a template for a kind. */
    public NamingConvention with(String kind, String template) {
        Map<String, String> more = new LinkedHashMap<>(templates);
        more.put(kind, template);
        return new NamingConvention(more, tokens);
    }

    /** The same with a token of one's own. */
    public NamingConvention token(String token, BiFunction<TableItem, Table, String> function) {
        Map<String, BiFunction<TableItem, Table, String>> more = new LinkedHashMap<>(tokens);
        more.put(token, function);
        return new NamingConvention(templates, more);
    }

    /** A name that is whole, which no template is put around. */
    public static String whole(String name) {
        return ConstraintNames.WHOLE + name;
    }

    /**
     * The name of a constraint or index; null if it has none.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0142 if the template wants a name that is not given
     * @throws org.aludel.errors.ArgumentException ALU-0143 if the template has a token that is not known
     */
    public @Nullable String name(TableItem item, Table table) {
        return new ConstraintNames(this, table).of(item);
    }
}
