package org.aludel.orm.internal.query;

/**
 * How many results the latest two executions of a query had. The smaller number is the guess for the next: room that is
 * made in vain costs more than growing. Written without a lock, as a guess may be off.
 */
final class AnswerSizes {

    private int latest;
    private int before;

    int expected() {
        return Math.min(latest, before);
    }

    void note(int results) {
        before = latest;
        latest = results;
    }
}
