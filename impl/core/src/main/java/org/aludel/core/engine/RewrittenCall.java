package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.engine.SqlCall;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/** What rewriters made of a statement's text and values, as values of the plan's slots again. */
record RewrittenCall(String sql, List<@Nullable Object[]> rows) {

    static RewrittenCall of(CoreConnection connection, Plan plan, String sql, List<@Nullable Object[]> rows) {
        ParameterSets before = new ParameterSets(plan, rows);
        SqlCall call = connection.engine().rewriters().rewritten(connection, new SqlCall(sql, before.values()));
        if (call.parameterSets().size() != rows.size()) {
            throw refused(call, rows.size() + " sets");
        }
        List<@Nullable Object[]> changed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            changed.add(slots(plan, rows.get(i), call, call.parameterSets().get(i)));
        }
        return new RewrittenCall(call.sql(), changed);
    }

    private static @Nullable Object[] slots(
            Plan plan, @Nullable Object[] row, SqlCall call, List<? extends @Nullable Object> values) {
        @Nullable Object[] slots = new Object[row.length];
        int next = 0;
        for (int i = 0; i < slots.length; i++) {
            int size = plan.isExpanding(i) && row[i] instanceof Collection<?> list ? list.size() : 1;
            if (next + size > values.size()) {
                throw refused(call, "as many values as before");
            }
            slots[i] = plan.isExpanding(i) && row[i] instanceof Collection<?>
                    ? new ArrayList<>(values.subList(next, next + size))
                    : values.get(next);
            next += size;
        }
        if (next != values.size()) {
            throw refused(call, "as many values as before");
        }
        return slots;
    }

    private static ArgumentException refused(SqlCall call, String wanted) {
        return new ArgumentException(
                "ALU-0276",
                "rewritten SQL has other numbers of values than before; where: " + call.sql() + "; what to do: give "
                        + wanted + ", and change their number by rewriteStatements(...)");
    }
}
