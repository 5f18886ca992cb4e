package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.core.engine.CoreConnection;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Puts the checks of constraints off to the end of the transaction. */
final class ConstraintDeferral {

    private ConstraintDeferral() {}

    static void defer(Set<Object> constraints, CoreConnection connection) {
        List<String> names = new ArrayList<>();
        for (Object constraint : constraints) {
            String name = name(constraint);
            if (name == null || !name.matches("[a-z_][a-z0-9_]*")) {
                names.clear();
                break; // only the database has a name for it, or it would have to be quoted: all of them then
            }
            names.add(name);
        }
        String sql = connection.engine().dialect().deferConstraints(names);
        connection.execute(Sql.text(sql), Map.of());
    }

    private static @Nullable String name(Object constraint) {
        return constraint instanceof ForeignKeyModel key ? key.name : ((UniqueSlot) constraint).name;
    }
}
