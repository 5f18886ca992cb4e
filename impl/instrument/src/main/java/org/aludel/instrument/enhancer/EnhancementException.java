package org.aludel.instrument.enhancer;

/** A class that cannot be instrumented; the message carries a code as all errors of Aludel do. */
public final class EnhancementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnhancementException(String code, String message) {
        super(code + " " + message);
    }
}
