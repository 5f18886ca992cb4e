package org.aludel.itests.corpus;

import java.util.List;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DataException;
import org.aludel.sql.BindParameter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** {@code bindparam(...)}. */
final class BindWords {

    private BindWords() {}

    @SuppressWarnings("unchecked")
    static Object bind(Args arguments) {
        String name = String.valueOf(arguments.at(0, "key"));
        Object given = arguments.at(2, "type_");
        boolean hasValue = arguments.has(1, "value");
        Object value = Convert.plain(arguments.at(1, "value"));
        Type<Object> type = (Type<Object>)
                (given == null
                        ? value == null
                                ? Types.UNKNOWN
                                : java.util.Objects.requireNonNullElse(Types.find(value.getClass()), Types.UNKNOWN)
                        : Convert.type(given));
        BindParameter<Object> bind;
        if (arguments.named("callable_") instanceof Callable function) {
            bind = BindParameter.computed(name, type, () -> function.call(Args.NONE));
        } else if (arguments.flag("expanding")) {
            bind = hasValue && value instanceof List<?> list
                    ? BindParameter.namedList(name, given == null ? elementType(list) : type, list)
                    : BindParameter.namedList(name, type);
        } else if (hasValue) {
            bind = BindParameter.named(name, type, value == null ? null : coerced(type, value));
        } else {
            bind = BindParameter.named(name, type);
        }
        return arguments.flag("literal_execute") ? bind.literalExecute() : bind;
    }

    @SuppressWarnings("unchecked")
    private static Type<Object> elementType(List<?> values) {
        Type<?> type = values.isEmpty() || values.get(0) == null
                ? null
                : Types.find(Objects.requireNonNull(values.get(0)).getClass());
        return (Type<Object>) (type == null ? Types.UNKNOWN : type);
    }

    /** A value that does not fit stays as it is, as after an unchecked cast: it is refused when it is bound. */
    private static @Nullable Object coerced(Type<Object> type, Object value) {
        try {
            return type.coerce(value);
        } catch (DataException | ArgumentException e) {
            return value;
        }
    }
}
