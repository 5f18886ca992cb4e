package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** A mapping that can't work; raised when mappings are configured. */
public class MappingException extends AludelException {

    private static final long serialVersionUID = 1L;

    public MappingException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public MappingException(String code, String message) {
        super(code, message);
    }
}
