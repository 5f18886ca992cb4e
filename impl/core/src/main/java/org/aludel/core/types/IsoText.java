package org.aludel.core.types;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/**
 * Points in time as text, as ISO 8601 and SQL write them. Thousands of them go to a database at once; {@code toString}
 * builds three texts for one.
 */
public final class IsoText {

    private static final int WITHOUT_FRACTION = "2020-01-01T00:00:00".length();
    private static final int FRACTION_DIGITS = 9;

    private IsoText() {}

    /** The text of a value that has one: of points in time as below, of others what they print. */
    public static String ofAny(Object value) {
        return value instanceof LocalDateTime moment ? of(moment) : value.toString();
    }

    /** The text, with seconds; with a fraction of nine digits if there is one. */
    static String of(LocalDateTime moment) {
        int year = moment.getYear();
        if (year < 0 || year > 9_999) {
            return moment.toString();
        }
        int nanos = moment.getNano();
        byte[] text = new byte[nanos == 0 ? WITHOUT_FRACTION : WITHOUT_FRACTION + 1 + FRACTION_DIGITS];
        twoDigits(text, 0, year / 100);
        twoDigits(text, 2, year % 100);
        text[4] = '-';
        twoDigits(text, 5, moment.getMonthValue());
        text[7] = '-';
        twoDigits(text, 8, moment.getDayOfMonth());
        text[10] = 'T';
        twoDigits(text, 11, moment.getHour());
        text[13] = ':';
        twoDigits(text, 14, moment.getMinute());
        text[16] = ':';
        twoDigits(text, 17, moment.getSecond());
        if (nanos != 0) {
            text[WITHOUT_FRACTION] = '.';
            for (int at = text.length - 1; at > WITHOUT_FRACTION; at--) {
                text[at] = (byte) ('0' + nanos % 10);
                nanos /= 10;
            }
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void twoDigits(byte[] text, int at, int value) {
        text[at] = (byte) ('0' + value / 10);
        text[at + 1] = (byte) ('0' + value % 10);
    }
}
