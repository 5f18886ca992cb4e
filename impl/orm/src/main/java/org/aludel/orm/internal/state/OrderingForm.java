package org.aludel.orm.internal.state;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** Keeps the positions of a list in an attribute of its members. Loaded members keep the numbers they have. */
final class OrderingForm implements Form {

    private final ColumnAttribute position;
    private final IntUnaryOperator numbering;

    OrderingForm(ColumnAttribute position, IntUnaryOperator numbering) {
        this.position = position;
        this.numbering = numbering;
    }

    @Override
    public void added(Object member, List<Object> items) {
        number(items);
    }

    @Override
    public void removed(Object member, List<Object> items) {
        number(items);
    }

    @Override
    public void reordered(List<Object> items) {
        number(items);
    }

    /** Gives each member the number of its place, where it has another. */
    void number(List<Object> items) {
        for (int i = 0; i < items.size(); i++) {
            Object member = items.get(i);
            EntityState state = EntityState.of(member);
            Object number = fitting(numbering.applyAsInt(i));
            if (state == null) {
                if (!number.equals(position.get(member, null))) {
                    write(member, null, number);
                }
            } else if (!state.isLoaded(position) || !number.equals(position.get(member, state))) {
                write(member, state, number);
            }
        }
    }

    private void write(Object member, @Nullable EntityState state, Object number) {
        if (state != null && state.key() != null) {
            state.assign(member, position, number);
        } else if (position.index() >= 0) {
            if (((Instrumented) member).$aludel_state() instanceof ImportedState imported) {
                imported.onWrite(member, position.index(), number); // a change for the session that takes it in
            }
            ((Instrumented) member).$aludel_raw(position.index(), number);
        }
    }

    private Object fitting(int number) {
        Class<?> type = position.javaType();
        if (type == int.class || type == Integer.class) {
            return number;
        }
        if (type == long.class || type == Long.class) {
            return (long) number;
        }
        return type == short.class || type == Short.class
                ? (Object) (short) number
                : java.util.Objects.requireNonNull(position.column().type().coerce(number));
    }
}
