package org.aludel.dialects.oracle;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Limits without FETCH: the select becomes a subquery whose rows ROWNUM counts. An offset needs one more level, for ROWNUM
 * never gets to a second row where it does not count the first.
 */
final class OracleLimits {

    private static final String ROW = "ora_rn";

    private static final String COUNTED = "ROWNUM <= ";

    private OracleLimits() {}

    /** The select around a limited one. */
    static Select nested(Select select) {
        Expr<?> limit = select.limit();
        Expr<?> offset = select.offset();
        LockMode lock = select.lock();
        int size = select.outputs().size();
        TableAlias rows = withLocked(select, lock).subquery();
        Select limited = columns(rows, rows.columns().subList(0, size));
        if (limit != null) {
            limited = limited.where(new RowLimit(COUNTED, limit, offset));
        }
        if (offset == null) {
            return locked(limited, lock, rows);
        }
        limited = limited.columns(new Verbatim<>("ROWNUM", Types.BIGINT).label(ROW));
        for (Column<?> more : rows.columns().subList(size, rows.columns().size())) {
            limited = limited.columns(more);
        }
        TableAlias numbered = limited.subquery();
        Select after =
                columns(numbered, numbered.columns().subList(0, size)).where(new RowLimit(ROW + " > ", offset, null));
        return locked(after, lock, numbered);
    }

    /** How many rows a select that {@link #nested} made takes of those it counts; null for others. */
    static @Nullable Expr<?> countedBy(Select select) {
        for (Expr<?> condition : select.where()) {
            if (condition instanceof RowLimit limit && limit.test().equals(COUNTED)) {
                return limit.rows();
            }
        }
        return null;
    }

    /** All rows, with the columns by which they are locked. */
    private static Select withLocked(Select select, @Nullable LockMode lock) {
        Select all = select.unlimited();
        for (Selectable one : lock == null ? List.<Selectable>of() : lock.of()) {
            if (one instanceof Column<?> column && !select.expressions().contains(column)) {
                all = all.columns(column);
            }
        }
        return all;
    }

    /** The same select, its rows locked by the columns of the subquery. */
    private static Select locked(Select select, @Nullable LockMode lock, TableAlias rows) {
        if (lock == null) {
            return select;
        }
        List<Selectable> of = new ArrayList<>();
        for (Selectable one : lock.of()) {
            Column<?> inner = one instanceof Column<?> column ? rows.correspondingColumn(column) : null;
            of.add(inner == null ? one : inner);
        }
        return select.withForUpdate(lock.of(of.toArray(Selectable[]::new)));
    }

    private static Select columns(TableAlias alias, List<Column<?>> columns) {
        return Sql.select(columns.toArray(Selectable[]::new)).from(alias);
    }

    /** A comparison with the number of rows, which stands in the text: {@code ROWNUM <= 5 + 10}. */
    static final class RowLimit implements org.aludel.sql.Condition {

        private final String test;
        private final Expr<?> rows;
        private final @Nullable Expr<?> more;

        RowLimit(String test, Expr<?> rows, @Nullable Expr<?> more) {
            this.test = test;
            this.rows = rows;
            this.more = more;
        }

        String test() {
            return test;
        }

        Expr<?> rows() {
            return rows;
        }

        @Nullable
        Expr<?> more() {
            return more;
        }

        @Override
        public void accept(org.aludel.sql.spi.NodeVisitor visitor) {
            ((OracleCompiler) visitor).rowLimit(this);
        }

        @Override
        public void forEachChild(java.util.function.Consumer<? super org.aludel.sql.Node> action) {
            action.accept(rows);
            if (more != null) {
                action.accept(more);
            }
        }

        @Override
        public void writeAtoms(org.aludel.sql.spi.StructureWriter writer) {
            writer.atom(test);
        }
    }
}
