package org.aludel.core.engine;

import java.util.AbstractList;
import java.util.List;
import org.aludel.types.SensitiveType;
import org.jspecify.annotations.Nullable;

/** The values of one set as a listener gets them: those that are sensitive are there, and missing in the text. */
final class ShownValues extends AbstractList<@Nullable Object> {

    private final List<@Nullable Object> values;
    private final boolean[] hidden;

    ShownValues(List<@Nullable Object> values, boolean[] hidden) {
        this.values = values;
        this.hidden = hidden;
    }

    @Override
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    /** The value as it may be shown. */
    String shown(int index) {
        return hidden[index] ? SensitiveType.SHOWN : ParameterSets.print(values.get(index));
    }

    /** A text that must not stand anywhere; null if the value has none, or it says nothing. */
    @Nullable
    String secret(int index, boolean all) {
        Object value = values.get(index);
        boolean text = value instanceof CharSequence || !all && value != null && !(value instanceof Boolean);
        return (hidden[index] || all) && text ? String.valueOf(value) : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : ", ").append(shown(i));
        }
        return text.append(']').toString();
    }
}
