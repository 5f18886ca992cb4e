package org.aludel.benchmarks;

/**
 * How much of everything there is.
 *
 * @param users rows of users
 * @param parents how many of the first users have addresses, and how many are loaded with them, or changed
 * @param childrenEach addresses of each of those
 * @param newParents users inserted in one flush
 * @param newChildrenEach addresses inserted with each of them
 * @param lazy collections touched
 */
public record Sizes(int users, int parents, int childrenEach, int newParents, int newChildrenEach, int lazy) {
    /** The sizes the budgets speak of. */
    public static final Sizes FULL = new Sizes(50_000, 1_000, 10, 1_000, 3, 200);

    /** Enough to tell right from wrong. */
    public static final Sizes TINY = new Sizes(60, 20, 3, 10, 3, 5);

    /** Addresses in the data set. */
    public int addresses() {
        return parents * childrenEach;
    }
}
