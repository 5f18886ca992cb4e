package org.aludel.core.dialect;

import java.time.Duration;
import java.util.HexFormat;
import org.aludel.errors.CompileException;
import org.aludel.types.EnumType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values written into SQL, as definitions need them.
 */
public class Literals {

    /** A value of a type that the dialect's converters know as SQL; {@link CoreDialect#literal} takes any. */
    public final String literal(@Nullable Object value, Type<?> type) {
        if (value == null) {
            return "NULL";
        }
        if (type instanceof EnumType<?> constants) {
            return string(constants.label(value));
        }
        if (value instanceof Boolean truth) {
            return truth(truth);
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return string(constant.name());
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof java.time.temporal.Temporal) {
            return string(value.toString().replace('T', ' '));
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof java.util.UUID
                || value instanceof Duration) {
            return string(value.toString());
        }
        throw new CompileException(
                "ALU-0137",
                "a value can't be written as a literal; where: "
                        + value.getClass().getName() + " in a definition; what to do: write the SQL as text(...)");
    }

    /** Text in quotes. */
    public String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A truth value. */
    protected String truth(boolean value) {
        return value ? "true" : "false";
    }

    /** Bytes. */
    protected String bytes(byte[] bytes) {
        return "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
    }
}
