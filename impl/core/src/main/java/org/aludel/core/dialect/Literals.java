package org.aludel.core.dialect;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import org.aludel.errors.CompileException;
import org.aludel.types.EnumType;
import org.aludel.types.IntervalType;
import org.aludel.types.JsonType;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values written into SQL, as definitions need them.
 */
public class Literals {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** A value of a type that the dialect's converters know as SQL; {@link CoreDialect#literal} takes any. */
    public final String literal(@Nullable Object value, Type<?> declared) {
        Type<?> type = declared instanceof SensitiveType<?> secret ? secret.base() : declared;
        if (value == null) {
            return "NULL";
        }
        if (type instanceof EnumType<?> constants) {
            return string(constants.label(value));
        }
        if (value instanceof Boolean truth) {
            return truth(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Enum<?> constant) {
            return string(constant.name());
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof Temporal moment) {
            return moment(moment);
        }
        if (type instanceof JsonType && value instanceof CharSequence document) {
            return json(document.toString());
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof java.util.UUID) {
            return string(value.toString());
        }
        if (value instanceof Duration length) {
            return type instanceof IntervalType interval && !interval.nativeType()
                    ? moment(EPOCH.plus(length))
                    : duration(length);
        }
        throw new CompileException(
                "ALU-0137",
                "a value can't be written as a literal; where: "
                        + value.getClass().getName() + " in a definition; what to do: write the SQL as text(...)");
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (number instanceof Double || number instanceof Float) {
            if (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())) {
                throw new CompileException(
                        "ALU-0196",
                        "a number that is none can't be written as a literal; where: " + number
                                + "; what to do: pass it as a parameter where the database knows it, or use null");
            }
        }
        return number.toString();
    }

    /** A JSON document; most databases take text for it. */
    protected String json(String document) {
        return string(document);
    }

    /** A date, a time or both; most databases take text for it. */
    protected String moment(Temporal moment) {
        // with seconds, which toString() leaves out where they are zero
        if (moment instanceof LocalTime time) {
            return string(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        }
        if (moment instanceof LocalDateTime time) {
            return string(date(time));
        }
        if (moment instanceof OffsetDateTime time) {
            return string(date(time.toLocalDateTime()) + time.getOffset());
        }
        return string(moment.toString().replace('T', ' '));
    }

    /** A length of time; most databases keep it as the moment so long after the beginning of 1970. */
    protected String duration(Duration length) {
        return moment(EPOCH.plus(length));
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalDate() + " " + DateTimeFormatter.ISO_LOCAL_TIME.format(moment);
    }

    /**
     * Text in quotes.
     *
     * @throws CompileException ALU-0195 if it holds the character NUL, at which some databases end the statement
     */
    public String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CompileException(
                    "ALU-0195",
                    "a text with the character NUL can't be written as a literal; where: a text of " + text.length()
                            + " characters; what to do: pass it as a parameter, or leave the character out");
        }
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
