package org.aludel.core.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aludel.engine.Connection;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.SqlCall;
import org.aludel.sql.Statement;

/** Those who change what one engine executes, each after the one registered before it. */
public final class Rewriters {

    private final List<SqlCall.Rewriter> ofSql = new CopyOnWriteArrayList<>();
    private final List<SqlCall.StatementRewriter> ofStatements = new CopyOnWriteArrayList<>();

    /** Adds one that changes SQL. */
    public EventRegistration add(SqlCall.Rewriter rewriter) {
        ofSql.add(rewriter);
        return () -> ofSql.remove(rewriter);
    }

    /** Adds one that changes statements. */
    public EventRegistration add(SqlCall.StatementRewriter rewriter) {
        ofStatements.add(rewriter);
        return () -> ofStatements.remove(rewriter);
    }

    /** Whether SQL may be changed. */
    public boolean isOfSql() {
        return !ofSql.isEmpty();
    }

    /** What is sent. */
    public SqlCall rewritten(Connection connection, SqlCall call) {
        SqlCall current = call;
        for (SqlCall.Rewriter rewriter : ofSql) {
            current = rewriter.rewrite(connection, current);
        }
        return current;
    }

    /** What is compiled. */
    public Statement rewritten(Connection connection, Statement statement) {
        if (ofStatements.isEmpty()) {
            return statement;
        }
        Statement current = statement;
        for (SqlCall.StatementRewriter rewriter : ofStatements) {
            current = rewriter.rewrite(connection, current);
        }
        return current;
    }
}
