package org.aludel.types;

/**
 * What kind of values a type holds; operators choose their meaning by it.
 *
 * @since 0.1
 */
public enum TypeFamily {
    BOOLEAN,
    INTEGER,
    NUMERIC,
    FLOAT,
    STRING,
    DATE,
    TIME,
    TIMESTAMP,
    INTERVAL,
    BINARY,
    UUID,
    JSON,
    ENUM,
    ARRAY,
    UNKNOWN;

    /** Whether values are numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == NUMERIC || this == FLOAT;
    }
}
