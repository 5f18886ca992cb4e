package org.aludel.orm;

import java.util.Locale;

/**
 * Names tables and columns of classes and fields that give no name themselves.
 *
 * @since 0.1
 */
public interface NamingStrategy {

    /** Lower case with underscores: {@code InvoiceLine} and {@code userId} become {@code invoice_line} and {@code user_id}. */
    NamingStrategy SNAKE_CASE = new NamingStrategy() {
        @Override
        public String table(Class<?> type) {
            return snakeCase(type.getSimpleName());
        }

        @Override
        public String column(String field) {
            return snakeCase(field);
        }
    };

    /** Names as they stand in the class. */
    NamingStrategy AS_IS = new NamingStrategy() {
        @Override
        public String table(Class<?> type) {
            return type.getSimpleName();
        }

        @Override
        public String column(String field) {
            return field;
        }
    };

    /** The table of a mapped class. */
    String table(Class<?> type);

    /** The column of a field. */
    String column(String field);

    /** Writes a camel-case name in lower case with underscores; a run of capitals counts as one word. */
    static String snakeCase(String name) {
        StringBuilder text = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && startsWord(name, i)) {
                text.append('_');
            }
            text.append(letter);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int i) {
        char before = name.charAt(i - 1);
        if (before == '_') {
            return false;
        }
        boolean lowerFollows = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(before) || lowerFollows;
    }
}
