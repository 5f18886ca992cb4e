package org.aludel.dialects.mssql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What SQL Server's error numbers mean, and where the messages name the constraint. */
final class SqlServerErrors {

    private static final Pattern KEY = Pattern.compile("(?:constraint|unique index) '([^']+)'");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern COLUMN = Pattern.compile("column '([^']+)'");

    private SqlServerErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 2627, 2601 -> new SortedError(ErrorKind.UNIQUE, find(KEY, error));
            case 547 ->
                new SortedError(isCheck(error) ? ErrorKind.CHECK : ErrorKind.FOREIGN_KEY, find(CONSTRAINT, error));
            case 515 -> new SortedError(ErrorKind.NOT_NULL, find(COLUMN, error));
            case 1205 -> SortedError.of(ErrorKind.DEADLOCK);
            case 3960, 3961 -> SortedError.of(ErrorKind.SERIALIZATION);
            case 1222, -2 -> SortedError.of(ErrorKind.TIMEOUT);
            case 233,
                    596,
                    4060,
                    6005,
                    10053,
                    10054,
                    10060,
                    10061,
                    17142,
                    18451,
                    18452,
                    18456,
                    40197,
                    40501,
                    40540,
                    40613,
                    40143,
                    49918,
                    49919,
                    49920 -> SortedError.of(ErrorKind.DISCONNECT);
            case 220, 241, 242, 245, 248, 2628, 8114, 8115, 8134, 8152, 8169 -> SortedError.of(ErrorKind.DATA);
            case 102, 105, 137, 156, 170, 207, 208, 209, 2812, 4104, 8120 -> SortedError.of(ErrorKind.SYNTAX);
            default -> StandardErrors.sort(error);
        };
    }

    private static boolean isCheck(SQLException error) {
        return String.valueOf(error.getMessage()).contains("CHECK constraint");
    }

    private static @Nullable String find(Pattern pattern, SQLException error) {
        Matcher matcher = pattern.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }
}
