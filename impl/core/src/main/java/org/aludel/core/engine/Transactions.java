package org.aludel.core.engine;

import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/** The errors of transactions, in one place so that each code has one wording. */
final class Transactions {

    private Transactions() {}

    static TransactionStateException notActive(String operation, String state) {
        return new TransactionStateException(
                "ALU-0220",
                "the transaction can't " + operation + ", it is " + state + "; where: " + operation
                        + "(); what to do: begin another transaction");
    }

    static TransactionStateException prepared() {
        return new TransactionStateException(
                "ALU-0287",
                "the transaction is prepared and takes no more statements; where: execute(...); what to do: commit or"
                        + " roll it back first, or use another connection");
    }

    static TransactionStateException failed(String what, @Nullable Throwable first) {
        String error = first == null
                ? "an error that the toolkit did not see (on the unwrapped connection)"
                : String.valueOf(first.getMessage());
        return new TransactionStateException(
                "ALU-0221",
                what + " was made worthless by an earlier error and was rolled back; where: the first error was: "
                        + error
                        + "; what to do: let errors of statements end the transaction, or enclose what may fail in"
                        + " beginNested()",
                first);
    }

    static TransactionStateException controlled(String operation, TransactionScope scope) {
        return new TransactionStateException(
                "ALU-0222",
                operation + "() belongs to the transaction manager here; where: " + scope.describe()
                        + "; what to do: leave commit and rollback to @Transactional or UserTransaction, or use"
                        + " beginNested() for a part that may be undone");
    }

    static TransactionStateException ended(TransactionScope scope) {
        return new TransactionStateException(
                "ALU-0223",
                "the transaction that owns this connection has ended; where: " + scope.describe()
                        + "; what to do: borrow a connection inside the transaction that is current");
    }
}
