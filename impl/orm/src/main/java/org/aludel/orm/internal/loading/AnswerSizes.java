package org.aludel.orm.internal.loading;

/**
 * How many results the latest two executions of a statement had. The smaller number is the guess for the next: room that is
 * made in vain costs more than growing. Written without a lock, as a guess may be off.
 */
public final class AnswerSizes {

    private int latest;
    private int before;

    /** The guess; 0 at first. */
    public int expected() {
        return Math.min(latest, before);
    }

    /** An execution had so many. */
    public void note(int results) {
        before = latest;
        latest = results;
    }
}
