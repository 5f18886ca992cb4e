package org.aludel.sql.spi;

import java.util.Collection;
import org.aludel.errors.CompileException;
import org.aludel.sql.Node;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A construct of the program's own. It either renders itself, or leaves that to rules ({@link
 * org.aludel.sql.Compiles}), which may differ by dialect. As an expression it implements {@code Expr} besides, as a
 * statement it extends {@code AbstractStatement}.
 *
 * <p>Statements are compiled once for all that have the same structure: constructs that are equal share their SQL, so make
 * them records. One that holds parameters gives them out in {@link #forEachChild} and overrides {@link #writeAtoms} to
 * write what else its SQL depends on.
 *
 * @since 0.1
 */
public interface CustomNode extends Node {

    /**
     * Writes the SQL for a dialect that no rule writes it for.
     *
     * @throws CompileException ALU-0152 unless overridden
     */
    default void render(Rendering rendering) {
        throw new CompileException(
                "ALU-0152",
                "nobody says how a construct is written; where: " + getClass().getName() + " on dialect "
                        + rendering.dialect()
                        + "; what to do: add a rule with @Compiles for the dialect or for all of them");
    }

    /**
     * The operator that an expression shows outside, so that it stands in parentheses where operators of its strength do;
     * null for what never needs them, as functions.
     */
    default @Nullable Operator operator() {
        return null;
    }

    @Override
    default void writeAtoms(StructureWriter writer) {
        writer.atom(this);
    }

    @Override
    default void accept(NodeVisitor visitor) {
        visitor.visitCustom(this);
    }

    /** What a construct may do while it is compiled. */
    interface Rendering {

        /** Name of the dialect that compiles. */
        String dialect();

        /** Appends text as it is. */
        Rendering append(String sql);

        /** Compiles a part in place, in parentheses if it is an operator that needs them in a list. */
        Rendering append(Node node);

        /** Compiles parts in place, with commas between them. */
        Rendering list(Collection<? extends Node> nodes);

        /** Appends a name, in quotes if the database wants them. */
        Rendering name(String identifier);

        /** Appends the name of a type, as a column of the type is declared. */
        Rendering type(Type<?> type);

        /** Compiles a part with its values written into the text, as definitions need it. */
        Rendering withLiterals(Node node);

        /** Compiles the construct whose rule this is as if there were no rule. */
        Rendering builtIn();

        /** Compiles another construct as if there were no rule for it: what stands for the construct of this rule. */
        Rendering builtIn(Node node);
    }
}
