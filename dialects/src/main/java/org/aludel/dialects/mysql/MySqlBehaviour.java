package org.aludel.dialects.mysql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.XaDataSources;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB behave, with either one's driver; server error numbers tell more than SQLSTATEs here. */
final class MySqlBehaviour extends DatabaseBehaviour {

    private static final Pattern KEY = Pattern.compile("for key '([^']+)'");
    private static final Pattern FOREIGN_KEY = Pattern.compile("CONSTRAINT `([^`]+)` FOREIGN KEY");
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");
    private static final Pattern CHECK = Pattern.compile("(?i)constraint [`']([^`']+)[`'] (?:failed|is violated)");

    @Override
    public SortedError sortError(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1062, 1586 -> new SortedError(ErrorKind.UNIQUE, key(error));
            case 1216, 1217, 1451, 1452 -> new SortedError(ErrorKind.FOREIGN_KEY, find(FOREIGN_KEY, error));
            case 1048, 1364 -> new SortedError(ErrorKind.NOT_NULL, find(COLUMN, error));
            case 3819, 4025 -> new SortedError(ErrorKind.CHECK, find(CHECK, error));
            case 1213 -> SortedError.of(ErrorKind.DEADLOCK);
            case 1020 -> SortedError.of(ErrorKind.SERIALIZATION);
            case 1205, 1317, 1969, 3024 -> SortedError.of(ErrorKind.TIMEOUT);
            case 1040, 1042, 1043, 1044, 1045, 1049, 1053, 1129, 1130, 1158, 1159, 1160, 1161, 1927, 2002, 2003, 2006, 2013, 4031
                -> SortedError.of(ErrorKind.DISCONNECT);
            case 1264, 1265, 1292, 1366, 1406 -> SortedError.of(ErrorKind.DATA);
            default -> StandardErrors.sort(error);
        };
    }

    /** MySQL names keys {@code table.key}, MariaDB {@code key}. */
    private static @Nullable String key(SQLException error) {
        String key = find(KEY, error);
        return key == null ? null : key.substring(key.lastIndexOf('.') + 1);
    }

    private static @Nullable String find(Pattern pattern, SQLException error) {
        Matcher matcher = pattern.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** InnoDB rolls the whole transaction back when it breaks a deadlock; the next statement would begin another. */
    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    /** MySQL's driver streams row by row at this fetch size only; MariaDB's takes any. */
    @Override
    public void stream(PreparedStatement statement, int fetchSize) throws SQLException {
        boolean mysqlDriver = statement.getClass().getName().startsWith("com.mysql.");
        statement.setFetchSize(mysqlDriver ? Integer.MIN_VALUE : fetchSize);
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public @Nullable XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of(
                arguments.jdbcUrl().startsWith("jdbc:mariadb:")
                        ? "org.mariadb.jdbc.MariaDbDataSource"
                        : "com.mysql.cj.jdbc.MysqlXADataSource",
                arguments);
    }
}
