package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** An operation that the transaction's state does not allow. */
public class TransactionStateException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public TransactionStateException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public TransactionStateException(String code, String message) {
        super(code, message);
    }
}
