package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of the database was violated.
 *
 * @since 0.1
 */
public class IntegrityException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable String constraint;

    /** Kinds of constraints. */
    public enum Kind {
        /** A unique constraint or primary key. */
        UNIQUE,
        /** A foreign key. */
        FOREIGN_KEY,
        /** A column that must have a value. */
        NOT_NULL,
        /** A check constraint. */
        CHECK,
        /** Another one, or one the driver does not name. */
        OTHER
    }

    public IntegrityException(
            String code,
            String message,
            Kind kind,
            @Nullable String constraint,
            Details details,
            @Nullable Throwable cause) {
        super(code, message, details, cause);
        this.kind = kind;
        this.constraint = constraint;
    }

    /** Which kind of constraint. */
    public final Kind kind() {
        return kind;
    }

    /** The constraint's name (the column's for NOT NULL) where the database tells it, else null. */
    public final @Nullable String constraint() {
        return constraint;
    }
}
