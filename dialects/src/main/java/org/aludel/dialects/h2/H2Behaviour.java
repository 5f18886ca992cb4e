package org.aludel.dialects.h2;

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

/** How H2 behaves. Error numbers are those of {@code org.h2.api.ErrorCode}. */
final class H2Behaviour extends DatabaseBehaviour {

    private static final int DUPLICATE_KEY = 23505;
    private static final int PARENT_MISSING = 23506;
    private static final int CHILD_EXISTS = 23503;
    private static final int NULL_NOT_ALLOWED = 23502;
    private static final int CHECK_VIOLATED = 23513;
    private static final int CHECK_INVALID = 23514;
    private static final int DEADLOCK = 40001;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int STATEMENT_CANCELED = 57014;

    /** {@code "PUBLIC.UQ_NAME_INDEX_4 ON PUBLIC.USERS(NAME NULLS FIRST) VALUES (...)"}. */
    private static final Pattern INDEX = Pattern.compile(": \"(?:[^\". ]+\\.)?\"*([^\". ]+?)\"* ON ");

    private static final Pattern GENERATED_SUFFIX = Pattern.compile("_INDEX_[0-9A-F]+$");
    private static final Pattern BEFORE_COLON = Pattern.compile(": \"\"*([^\":]+)\"*: ");
    private static final Pattern CHECK_NAME = Pattern.compile(": \"\"*([^\":]+)\"*:");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

    @Override
    public SortedError sortError(SQLException error) {
        return switch (error.getErrorCode()) {
            case DUPLICATE_KEY -> new SortedError(ErrorKind.UNIQUE, index(error));
            case PARENT_MISSING, CHILD_EXISTS -> new SortedError(ErrorKind.FOREIGN_KEY, find(BEFORE_COLON, error));
            case NULL_NOT_ALLOWED -> new SortedError(ErrorKind.NOT_NULL, find(COLUMN, error));
            case CHECK_VIOLATED, CHECK_INVALID -> new SortedError(ErrorKind.CHECK, find(CHECK_NAME, error));
            case DEADLOCK -> SortedError.of(ErrorKind.DEADLOCK);
            case CONCURRENT_UPDATE -> SortedError.of(ErrorKind.SERIALIZATION);
            case LOCK_TIMEOUT, STATEMENT_CANCELED -> SortedError.of(ErrorKind.TIMEOUT);
            default -> isLost(error.getErrorCode())
                    ? SortedError.of(ErrorKind.DISCONNECT)
                    : StandardErrors.sort(error);
        };
    }

    /** Connection broken or closed, database closed, in use by another process, or not there; wrong user. */
    private static boolean isLost(int code) {
        return switch (code) {
            case 90067, 90007, 90098, 90121, 90020, 90013, 90146, 90149, 28000 -> true;
            default -> false;
        };
    }

    private static @Nullable String index(SQLException error) {
        String index = find(INDEX, error);
        return index == null ? null : GENERATED_SUFFIX.matcher(index).replaceFirst("");
    }

    private static @Nullable String find(Pattern pattern, SQLException error) {
        Matcher matcher = pattern.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** H2 rolls the whole transaction back when it breaks a deadlock. */
    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    /** Durable in the log, with a gap: closing the connection before the decision loses the branch. */
    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public @Nullable XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("org.h2.jdbcx.JdbcDataSource", arguments);
    }
}
