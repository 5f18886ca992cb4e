package org.aludel.dialects.mysql;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.errors.CompileException;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Sql;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Operator;

/**
 * Full text search of MySQL and MariaDB: {@code MATCH (a, b) AGAINST (? IN BOOLEAN MODE)}. True where it matches; how well
 * it does is its value in {@code orderBy} and in a select.
 *
 * <pre>{@code
 * select(docs).where(MySql.match("+aludel -java", title, body).inBooleanMode())
 * }</pre>
 *
 * @param columns of one FULLTEXT index
 * @param against what is searched for
 * @param modifiers how, in words of SQL; none for the server's choice
 * @since 0.1
 */
public record MySqlMatch(List<Expr<?>> columns, Expr<?> against, List<String> modifiers)
        implements Condition, CustomNode {

    private static final Set<String> DIALECTS = Set.of("mysql", "mariadb");

    static MySqlMatch of(String against, Expr<?>... columns) {
        return new MySqlMatch(List.of(columns), Sql.literal(against), List.of());
    }

    /** The same with {@code IN BOOLEAN MODE}: words may be required and excluded. */
    public MySqlMatch inBooleanMode() {
        return with("IN BOOLEAN MODE");
    }

    /** The same with {@code IN NATURAL LANGUAGE MODE}. */
    public MySqlMatch inNaturalLanguageMode() {
        return with("IN NATURAL LANGUAGE MODE");
    }

    /** The same with {@code WITH QUERY EXPANSION}: a second search with the words of what the first one found. */
    public MySqlMatch withQueryExpansion() {
        return with("WITH QUERY EXPANSION");
    }

    private MySqlMatch with(String modifier) {
        List<String> all = new java.util.ArrayList<>(modifiers);
        all.add(modifier);
        return new MySqlMatch(columns, against, List.copyOf(all));
    }

    @Override
    public Operator operator() {
        return Operator.EQ;
    }

    @Override
    public void render(Rendering rendering) {
        if (!DIALECTS.contains(rendering.dialect())) {
            throw new CompileException(
                    "ALU-0193",
                    "MATCH ... AGAINST is of MySQL and MariaDB; where: dialect " + rendering.dialect()
                            + "; what to do: use column.match(...), which each database that can writes in its words");
        }
        if (modifiers.contains("IN BOOLEAN MODE") && modifiers.size() > 1) {
            throw new CompileException(
                    "ALU-0194",
                    "a search in boolean mode takes no other mode; where: " + modifiers
                            + "; what to do: leave inBooleanMode() or the others out");
        }
        rendering.append("MATCH (");
        for (int i = 0; i < columns.size(); i++) {
            rendering.append(i == 0 ? "" : ", ").append(columns.get(i));
        }
        rendering.append(") AGAINST (").append(against);
        modifiers.forEach(modifier -> rendering.append(" " + modifier));
        rendering.append(")");
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        columns.forEach(action);
        action.accept(against);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(modifiers);
    }
}
