package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.RowValues;

/** {@code values(columns).data(rows)}. */
final class RowValuesWords {

    private RowValuesWords() {}

    static Object values(Args arguments) {
        List<Column<?>> columns = new ArrayList<>();
        arguments.all().forEach(column -> columns.add((Column<?>) Objects.requireNonNull(column)));
        return (Namespace) word -> {
            if (!word.equals("data")) {
                throw new Gap("values(...)." + word);
            }
            return (Callable) data -> {
                List<List<Expr<?>>> rows = new ArrayList<>();
                for (Object row : PyValues.iterable(data.at(0))) {
                    List<Expr<?>> cells = new ArrayList<>();
                    int i = 0;
                    for (Object cell : PyValues.iterable(row)) {
                        cells.add(Convert.expr(cell, columns.get(i++)));
                    }
                    rows.add(cells);
                }
                Object name = arguments.named("name");
                RowValues values =
                        RowValues.of(columns.toArray(Column<?>[]::new)).data(rows);
                RowValues named = name == null ? values : values.named(name.toString());
                return arguments.flag("literal_binds") ? named.literalBinds() : named;
            };
        };
    }
}
