package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.MetaData;
import org.aludel.sql.Node;

/** The statements that make or drop all tables, in order. */
final class AllTablesSql {

    private AllTablesSql() {}

    static List<String> statements(Outcome.AllTables all, CoreDialect dialect) {
        String method = all.drop() ? "dropStatements" : "createStatements";
        if (!Reflection.has(MetaData.class, method)) {
            throw new Gap("no MetaData." + method + "(dialect)");
        }
        Object elements = all.tables() == null
                ? Reflection.call(all.metadata(), method, dialect)
                : Reflection.call(all.metadata(), method, dialect, all.tables());
        List<String> statements = new ArrayList<>();
        for (Object element : (List<?>) Objects.requireNonNull(elements)) {
            statements.add(element instanceof Node node ? dialect.toSql(node) : String.valueOf(element));
        }
        return statements;
    }
}
