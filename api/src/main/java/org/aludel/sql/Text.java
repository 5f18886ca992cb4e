package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * SQL as text, with parameters written {@code :name}: a whole statement, or a part of one.
 *
 * <pre>{@code
 * text("SELECT id FROM users WHERE name = :name").bind("name", "ed").columns(column("id", INTEGER))
 * }</pre>
 *
 * A colon that begins no parameter is written {@code \:}.
 *
 * @since 0.1
 */
public final class Text extends AbstractStatement implements Condition, Selectable {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w\\\\]):(\\w+)(?!:)");

    private final String sql;
    private final List<Object> pieces;

    private Text(String sql, List<Object> pieces) {
        this.sql = sql;
        this.pieces = pieces;
    }

    /** Takes text apart into pieces and parameters. */
    public static Text of(String sql) {
        List<Object> pieces = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        int end = 0;
        while (matcher.find()) {
            pieces.add(sql.substring(end, matcher.start()).replace("\\:", ":"));
            pieces.add(BindParameter.named(matcher.group(1), Types.UNKNOWN));
            end = matcher.end();
        }
        pieces.add(sql.substring(end).replace("\\:", ":"));
        return new Text(sql, List.copyOf(pieces));
    }

    /**
     * Gives a parameter its value.
     *
     * @throws ArgumentException ALU-0112 if there is no parameter of that name
     */
    @SuppressWarnings("unchecked")
    public Text bind(String name, @Nullable Object value) {
        Type<Object> type = value == null ? Types.UNKNOWN : (Type<Object>) Types.of(value.getClass());
        return replace(BindParameter.named(name, type, value));
    }

    /**
     * Gives a parameter its type, and its value if it has one.
     *
     * @throws ArgumentException ALU-0112 if there is no parameter of that name
     */
    public Text bind(BindParameter<?> parameter) {
        return replace(parameter);
    }

    /** Says names and types of the columns of the result. */
    public TextQuery columns(Column<?>... columns) {
        return new TextQuery(this, List.of(columns));
    }

    /** The text as it was given. */
    public String sql() {
        return sql;
    }

    private Text replace(BindParameter<?> parameter) {
        List<Object> replaced = new ArrayList<>(pieces);
        boolean found = false;
        for (int i = 0; i < replaced.size(); i++) {
            if (replaced.get(i) instanceof BindParameter<?> bind
                    && bind.name() != null
                    && bind.name().equals(parameter.name())) {
                replaced.set(i, parameter);
                found = true;
            }
        }
        if (!found) {
            throw new ArgumentException(
                    "ALU-0112",
                    "the text has no parameter :" + parameter.name() + "; where: " + sql
                            + "; what to do: write the parameter with a colon");
        }
        return new Text(sql, List.copyOf(replaced));
    }

    /** Strings and {@link BindParameter}s in order. */
    public List<Object> pieces() {
        return pieces;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Type<Boolean> type() {
        // text may be any expression; as a condition its type is never asked for
        return (Type) Types.UNKNOWN;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitText(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        for (Object piece : pieces) {
            if (piece instanceof BindParameter<?> bind) {
                action.accept(bind);
            }
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(sql);
    }
}
