package org.aludel.dialects.oracle;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What ORA numbers mean, and where the messages name the constraint. */
final class OracleErrors {

    /** {@code unique constraint (SCOTT.USERS_NAME_UQ) violated}. */
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \\((?:[^.)]+\\.)?([^.)]+)\\)");

    /** {@code cannot insert NULL into ("SCOTT"."USERS"."NAME")}. */
    private static final Pattern COLUMN = Pattern.compile("\\((?:\"[^\"]+\"\\.)*\"([^\"]+)\"\\)");

    private OracleErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1 -> new SortedError(ErrorKind.UNIQUE, find(CONSTRAINT, error));
            case 2291, 2292 -> new SortedError(ErrorKind.FOREIGN_KEY, find(CONSTRAINT, error));
            case 1400, 1407 -> new SortedError(ErrorKind.NOT_NULL, find(COLUMN, error));
            case 2290 -> new SortedError(ErrorKind.CHECK, find(CONSTRAINT, error));
            case 60 -> SortedError.of(ErrorKind.DEADLOCK);
            case 8176, 8177 -> SortedError.of(ErrorKind.SERIALIZATION);
            case 54, 1013, 30006, 51 -> SortedError.of(ErrorKind.TIMEOUT);
            case 22, 28, 31, 1012, 1014, 1017, 1033, 1034, 1041, 1045, 1089, 1090, 1092, 2396, 3113, 3114, 3135 ->
                SortedError.of(ErrorKind.DISCONNECT);
            case 12153,
                    12505,
                    12514,
                    12516,
                    12518,
                    12519,
                    12520,
                    12528,
                    12535,
                    12537,
                    12541,
                    12545,
                    12547,
                    12570,
                    12571,
                    17002,
                    17008,
                    17009,
                    17410,
                    17447,
                    25408,
                    28000,
                    28001,
                    28547 -> SortedError.of(ErrorKind.DISCONNECT);
            case 1401, 1426, 1438, 1476, 1722, 1830, 1840, 1843, 1847, 1858, 1861, 12899, 17132 ->
                SortedError.of(ErrorKind.DATA);
            case 942, 1747, 6550, 6575, 2289 -> SortedError.of(ErrorKind.SYNTAX);
            default ->
                error.getErrorCode() >= 900 && error.getErrorCode() < 1000
                        ? SortedError.of(ErrorKind.SYNTAX)
                        : StandardErrors.sort(error);
        };
    }

    private static @Nullable String find(Pattern pattern, SQLException error) {
        String message = error.getMessage();
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
