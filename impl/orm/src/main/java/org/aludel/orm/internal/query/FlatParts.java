package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.Many;
import org.aludel.orm.RowShape;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * Selected parts side by side, shapes inside of shapes taken apart; and the way back, from the values of a row to what the
 * program asked for.
 */
final class FlatParts {

    private final List<Selectable> asked;
    private final boolean plain;

    /** @param asked parts as the program gave them */
    FlatParts(List<? extends Selectable> asked) {
        this.asked = List.copyOf(asked);
        this.plain = asked.stream().noneMatch(part -> part instanceof RowShape<?> || part instanceof Many<?>);
    }

    /** The parts without shapes. */
    static List<Selectable> of(List<? extends Selectable> parts) {
        List<Selectable> flat = new ArrayList<>();
        parts.forEach(part -> collect(part, flat));
        return List.copyOf(flat);
    }

    private static void collect(Selectable part, List<Selectable> flat) {
        if (part instanceof RowShape<?> shape) {
            shape.parts().forEach(inner -> collect(inner, flat));
        } else {
            flat.add(part);
        }
    }

    /** The values of the parts as they were asked for. */
    @Nullable
    Object[] assembled(@Nullable Object[] row) {
        if (plain) {
            return row;
        }
        return assembled(asked, row, new int[1]);
    }

    private static @Nullable Object[] assembled(List<? extends Selectable> parts, @Nullable Object[] row, int[] next) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(parts.get(i), row, next);
        }
        return values;
    }

    private static @Nullable Object value(Selectable part, @Nullable Object[] row, int[] next) {
        if (part instanceof RowShape<?> shape) {
            return shape.make(assembled(shape.parts(), row, next));
        }
        Object value = row[next[0]++];
        return part instanceof Many<?> many ? list(many, (List<?>) Objects.requireNonNull(value)) : value;
    }

    private static List<@Nullable Object> list(Many<?> many, List<?> rows) {
        List<@Nullable Object> members = new ArrayList<>(rows.size());
        for (Object row : rows) {
            members.add(value(many.part(), (@Nullable Object[]) row, new int[1]));
        }
        return members;
    }
}
