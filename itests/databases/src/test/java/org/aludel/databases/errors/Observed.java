package org.aludel.databases.errors;

import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.jspecify.annotations.Nullable;

/**
 * What a database did, as the published table writes it.
 *
 * @param error simple name of the exception, with the kind of an integrity error, or "none"
 * @param constraint what the error names
 * @param afterwards what became of the transaction
 */
record Observed(String error, String constraint, String sqlState, String vendorCode, String afterwards) {

    static Observed of(@Nullable DatabaseException error, String afterwards) {
        if (error == null) {
            return new Observed("none", "", "", "", afterwards);
        }
        String name = "`" + error.getClass().getSimpleName() + "`";
        String constraint = "";
        if (error instanceof IntegrityException integrity) {
            name += " " + integrity.kind();
            constraint = integrity.constraint() == null ? "" : "`" + integrity.constraint() + "`";
        }
        String state = error.sqlState() == null ? "" : error.sqlState();
        return new Observed(
                name, constraint, state, error.vendorCode() == 0 ? "" : "" + error.vendorCode(), afterwards);
    }

    /** The row of the table. */
    String row(ErrorKind kind) {
        return "| " + kind.row + " | " + error + " | " + constraint + " | " + sqlState + " | " + vendorCode + " | "
                + afterwards + " |";
    }
}
