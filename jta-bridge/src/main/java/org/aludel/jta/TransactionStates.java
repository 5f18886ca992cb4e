package org.aludel.jta;

import jakarta.transaction.Status;

/** Readable names of the states of a Jakarta transaction. */
final class TransactionStates {

    private TransactionStates() {}

    static String name(int status) {
        return switch (status) {
            case Status.STATUS_ACTIVE -> "active";
            case Status.STATUS_MARKED_ROLLBACK -> "marked for rollback";
            case Status.STATUS_PREPARED -> "prepared";
            case Status.STATUS_COMMITTED -> "committed";
            case Status.STATUS_ROLLEDBACK -> "rolled back";
            case Status.STATUS_NO_TRANSACTION -> "over";
            case Status.STATUS_PREPARING -> "being prepared";
            case Status.STATUS_COMMITTING -> "being committed";
            case Status.STATUS_ROLLING_BACK -> "being rolled back";
            default -> "in an unknown state";
        };
    }
}
