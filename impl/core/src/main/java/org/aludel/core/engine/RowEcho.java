package org.aludel.core.engine;

import org.aludel.engine.EchoCategory;
import org.aludel.types.SensitiveType;
import org.jspecify.annotations.Nullable;

/** Echoes the rows of one cursor as they are read; exists only where someone wants to see them. */
final class RowEcho {

    private final EchoStream echo;
    private final Plan plan;
    private boolean named;

    RowEcho(EchoStream echo, Plan plan) {
        this.echo = echo;
        this.plan = plan;
    }

    /** Shows the row that the cursor stands on. */
    void row(Rows rows) {
        if (!named) {
            named = true;
            echo.write(EchoCategory.ROWS, "columns " + rows.labels());
        }
        @Nullable Object[] values = rows.values();
        StringBuilder text = new StringBuilder("row [");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(plan.sensitivity().isColumn(i) ? SensitiveType.SHOWN : ParameterSets.print(values[i]));
        }
        echo.write(EchoCategory.ROWS, text.append(']').toString());
    }
}
