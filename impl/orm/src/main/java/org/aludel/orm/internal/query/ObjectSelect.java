package org.aludel.orm.internal.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.core.engine.ReadyRows;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Query;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/** A SELECT of the core that selects mapped classes, and is answered with objects. */
final class ObjectSelect {

    private final DefaultSession session;
    private final SessionQueries queries;
    private final Select select;

    ObjectSelect(DefaultSession session, SessionQueries queries, Select select) {
        this.session = session;
        this.queries = queries;
        this.select = select;
    }

    static boolean selectsObjects(Select select) {
        for (Selectable part : select.columns()) {
            if (part instanceof EntityRef<?> || part instanceof Alias<?>) {
                return true;
            }
        }
        return false;
    }

    Result run(Map<String, ? extends @Nullable Object> parameters) {
        List<Selectable> selected = List.copyOf(select.columns());
        Output.OfRows output = new Output.OfRows(selected);
        QueryParts parts = new QueryParts(selected);
        parts.froms = List.copyOf(select.froms());
        parts.where = select.where();
        parts.groupBy = select.groupBy();
        parts.having = select.having();
        parts.orderBy = select.orderBy();
        parts.distinct = select.isDistinct() && select.distinctOn().isEmpty();
        parts.distinctOn = select.distinctOn();
        parts.lock = select.lock();
        parts.populateExisting = select.lock() != null;
        Query<Row> query = queries.query(session, parts, output);
        Integer offset = number(select.offset());
        Integer limit = number(select.limit());
        query = offset == null ? query : query.offset(offset);
        query = limit == null ? query : query.limit(limit);
        return ReadyRows.of(output.header(), query.params(parameters).all());
    }

    private @Nullable Integer number(@Nullable Expr<?> expression) {
        if (expression == null) {
            return null;
        }
        if (expression instanceof BindParameter<?> bind && bind.value() instanceof Number number) {
            return Objects.requireNonNull(number).intValue();
        }
        throw QueryErrors.strangeLimit(expression);
    }
}
