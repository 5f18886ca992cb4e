package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.types.ArrayHandler;
import org.aludel.core.types.IsoText;
import org.aludel.schema.Column;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.TableFunction;
import org.aludel.types.ArrayType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Values of many rows as an array for each column, of which the database makes rows again:
 * {@code unnest(?, ?) AS v (c0, c1)}.
 */
public final class RowArrays {

    private static final Set<TypeFamily> FAMILIES = EnumSet.of(
            TypeFamily.BOOLEAN,
            TypeFamily.INTEGER,
            TypeFamily.NUMERIC,
            TypeFamily.FLOAT,
            TypeFamily.STRING,
            TypeFamily.DATE,
            TypeFamily.TIMESTAMP,
            TypeFamily.UUID);

    private final List<Column<?>> columns;
    private final @Nullable ArrayType<?>[] castTo;

    /** Arrays for these columns. */
    public RowArrays(List<Column<?>> columns, CoreDialect dialect) {
        this.columns = columns;
        this.castTo = new ArrayType<?>[columns.size()];
        for (int i = 0; i < castTo.length; i++) {
            castTo[i] = dialect.castOfTexts(columns.get(i).type());
        }
    }

    /** Whether the database makes rows of arrays of such columns. */
    public static boolean fit(CoreDialect dialect, List<Column<?>> columns) {
        if (!dialect.supports(Capability.UNNEST)) {
            return false;
        }
        for (Column<?> column : columns) {
            if (!FAMILIES.contains(column.type().family())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The rows, as v.
     *
     * @param parameter begins the names of the parameters, one for each column
     * @param numbered whether the number of the row is the last column
     */
    public TableFunction rows(String parameter, boolean numbered) {
        List<Expr<?>> arguments = new ArrayList<>();
        List<Column<?>> described = new ArrayList<>();
        for (int i = 0; i < castTo.length; i++) {
            Type<?> type = columns.get(i).type();
            described.add(Column.of("c" + i, type));
            ArrayType<?> cast = castTo[i];
            arguments.add(
                    cast == null
                            ? Sql.bind(parameter + i, new ArrayType<>(type))
                            : Sql.bind(parameter + i, new ArrayType<>(Types.TEXT))
                                    .cast(cast));
        }
        if (numbered) {
            described.add(Column.of("ord", Types.BIGINT));
        }
        return new TableFunction("unnest", arguments, "v", described, numbered);
    }

    /** An array for the values of a column, of the class in which drivers send them in the fewest steps. */
    public @Nullable Object[] array(int column, int rows) {
        return ArrayHandler.array(castTo[column] == null ? columns.get(column).type() : Types.TEXT, rows);
    }

    /** What stands for a value in the array of a column. */
    public @Nullable Object element(int column, @Nullable Object value) {
        return value == null || castTo[column] == null ? value : IsoText.ofAny(value);
    }
}
