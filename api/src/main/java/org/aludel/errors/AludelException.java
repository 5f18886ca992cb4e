package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** Root of all errors that Aludel raises; unchecked. */
public class AludelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable code, as {@code ALU-0417}
     * @param message what was wrong, where, and what to do, without the code
     */
    public AludelException(String code, String message, @Nullable Throwable cause) {
        super(code + " " + message, cause);
        this.code = code;
    }

    public AludelException(String code, String message) {
        this(code, message, null);
    }

    /** The stable code, as {@code ALU-0417}. */
    public final String code() {
        return code;
    }
}
