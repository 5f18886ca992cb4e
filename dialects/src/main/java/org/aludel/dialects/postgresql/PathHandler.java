package org.aludel.dialects.postgresql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.core.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/** The path of an item in a JSON document, an array of text that the server reads from its own notation. */
final class PathHandler implements TypeHandler<List<?>> {

    static final PathHandler INSTANCE = new PathHandler();

    private PathHandler() {}

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable List<?> steps) throws SQLException {
        if (steps == null) {
            statement.setNull(parameter, Types.OTHER);
        } else {
            statement.setObject(parameter, literal(steps), Types.OTHER);
        }
    }

    private static String literal(List<?> steps) {
        return steps.stream()
                .map(step -> step instanceof Number ? step.toString() : quoted(step.toString()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String step) {
        return '"' + step.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public @Nullable List<?> read(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : List.of(text);
    }
}
