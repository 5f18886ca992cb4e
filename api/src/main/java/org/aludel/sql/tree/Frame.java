package org.aludel.sql.tree;

import org.aludel.sql.BindParameter;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * The rows around the current one that a window function sees.
 *
 * @param unit ROWS or RANGE
 * @param from where it begins
 * @param to where it ends
 * @since 0.1
 */
public record Frame(Unit unit, Bound from, Bound to) {

    /** What is counted. */
    public enum Unit {
        ROWS,
        RANGE
    }

    /** On which side of the current row a bound is. */
    public enum Side {
        UNBOUNDED_PRECEDING("UNBOUNDED PRECEDING"),
        PRECEDING("PRECEDING"),
        CURRENT_ROW("CURRENT ROW"),
        FOLLOWING("FOLLOWING"),
        UNBOUNDED_FOLLOWING("UNBOUNDED FOLLOWING");

        private final String sql;

        Side(String sql) {
            this.sql = sql;
        }

        /** The keywords. */
        public String sql() {
            return sql;
        }
    }

    /**
     * An end of the frame.
     *
     * @param distance how far from the current row; null for the current row and for no bound
     */
    public record Bound(Side side, @Nullable BindParameter<Integer> distance) {

        /** A bound so many rows after the current one, before it if negative; null for no bound. */
        static Bound of(@Nullable Integer distance, boolean begins) {
            if (distance == null) {
                return new Bound(begins ? Side.UNBOUNDED_PRECEDING : Side.UNBOUNDED_FOLLOWING, null);
            }
            if (distance == 0) {
                return new Bound(Side.CURRENT_ROW, null);
            }
            return new Bound(
                    distance < 0 ? Side.PRECEDING : Side.FOLLOWING,
                    BindParameter.of(Types.INTEGER, Math.abs(distance)));
        }
    }

    /** Bounds by distances: negative before the current row, 0 the row itself, null for no bound. */
    public static Frame of(Unit unit, @Nullable Integer from, @Nullable Integer to) {
        return new Frame(unit, Bound.of(from, true), Bound.of(to, false));
    }
}
