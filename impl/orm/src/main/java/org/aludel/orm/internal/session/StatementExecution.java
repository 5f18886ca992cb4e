package org.aludel.orm.internal.session;

import java.util.List;
import java.util.Map;
import org.aludel.core.engine.CoreConnection;
import org.aludel.engine.Result;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Statement;
import org.aludel.sql.Text;
import org.jspecify.annotations.Nullable;

/** Statements of the core that a program executes in a session: changes are flushed first, so that they see them. */
final class StatementExecution {

    private final DefaultSession session;
    private final SessionLifecycle lifecycle;

    StatementExecution(DefaultSession session, SessionLifecycle lifecycle) {
        this.session = session;
        this.lifecycle = lifecycle;
    }

    Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        Statement told = session.events().told(statement);
        return handOut(connectionFor(told).execute(told, parameters, session.registry()));
    }

    Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        Statement told = session.events().told(statement);
        return handOut(connectionFor(told).execute(told, parameterSets, session.registry()));
    }

    /** A statement that writes must not run in the short transactions that reads get, which are rolled back. */
    private CoreConnection connectionFor(Statement statement) {
        boolean writing = !(statement instanceof QueryExpression) && !(statement instanceof Text);
        if (writing) {
            lifecycle.requireWritable();
        }
        session.autoflush();
        CoreConnection connection = lifecycle.connection(session.engine(statement, writing));
        if (writing) {
            lifecycle.written();
        }
        return connection;
    }

    private Result handOut(Result result) {
        if (result.returnsRows()) {
            lifecycle.handOutRows();
        } else {
            lifecycle.requireWritable();
        }
        return result;
    }
}
