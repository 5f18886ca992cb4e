package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.sql.Capability;
import org.aludel.sql.ConflictTarget;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.tree.ConflictClause;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what an INSERT does about rows that are there already: ON CONFLICT, or a MERGE. The portable upsert becomes
 * what the database has.
 */
public abstract class UpsertCompiler extends InsertCompiler {

    /** The name of the rows to insert, by which ON CONFLICT knows them. */
    protected static final String EXCLUDED = "excluded";

    private @Nullable Insert inserting;
    private @Nullable List<Cell> mergedRow;

    protected UpsertCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    final void write(Source source, List<OutputColumn> returning) {
        Insert before = inserting;
        inserting = source.insert();
        ConflictClause clause = source.insert().conflict();
        if (clause instanceof ConflictClause.Upsert upsert && !dialect.supports(Capability.UPSERT)) {
            throw unsupported(
                    "an upsert of " + upsert.target(),
                    "update the row, and insert it where rowCount() is 0, in one transaction");
        }
        if (clause instanceof ConflictClause.Upsert upsert && !usesOnConflict()) {
            merge(source, upsert, returning);
        } else {
            super.write(source, returning);
        }
        inserting = before;
    }

    @Override
    final void conflict(Insert insert) {
        ConflictClause clause = insert.conflict();
        if (clause != null) {
            write(clause);
        }
    }

    /** The insert whose clause is written. */
    protected final Insert inserting() {
        if (inserting == null) {
            throw unsupported("a conflict clause outside an INSERT");
        }
        return inserting;
    }

    /** Whether an upsert is an INSERT with a clause; else it is a MERGE. */
    protected boolean usesOnConflict() {
        return true;
    }

    // ---- ON CONFLICT

    @Override
    public void visitUpsert(ConflictClause.Upsert upsert) {
        List<Column<?>> target = targetOf(upsert);
        onConflict(
                new ConflictClause.OnConflict(
                        ConflictTarget.elements(target.toArray(Expr<?>[]::new)), upsert.update(), upsert.where()),
                upsert.update().keySet());
    }

    @Override
    public void visitOnConflict(ConflictClause.OnConflict clause) {
        if (!dialect.supports(Capability.ON_CONFLICT)) {
            throw unsupported(
                    "ON CONFLICT",
                    "say upsert(table).onConflict(...).update(...), which each database writes in its own way");
        }
        onConflict(clause, inTableOrder(clause.update()));
    }

    @Override
    public void visitOnDuplicateKey(ConflictClause.OnDuplicateKey clause) {
        throw unsupported(
                "ON DUPLICATE KEY UPDATE",
                "say upsert(table).onConflict(...).update(...), which each database writes in its own way");
    }

    /** The columns that an upsert compares: those said, else the primary key. */
    protected final List<Column<?>> targetOf(ConflictClause.Upsert upsert) {
        return upsert.target().isEmpty() ? inserting().table().primaryKey() : upsert.target();
    }

    /** Columns that existing rows get values for, in the order of the table. */
    protected final List<Column<?>> inTableOrder(Map<Column<?>, Expr<?>> update) {
        List<Column<?>> columns = new ArrayList<>(update.size());
        for (Column<?> column : inserting().table().columns()) {
            if (update.containsKey(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private void onConflict(ConflictClause.OnConflict clause, Iterable<Column<?>> columns) {
        out.append(" ON CONFLICT");
        conflictTarget(clause.target());
        if (clause.update().isEmpty()) {
            out.append(" DO NOTHING");
            return;
        }
        out.append(" DO UPDATE SET ");
        conflictAssignments(clause.update(), columns);
        Expr<Boolean> where = clause.where();
        if (where != null) {
            out.append(" WHERE ");
            write(where);
        }
    }

    private void conflictTarget(ConflictTarget target) {
        if (target.constraint() != null) {
            out.append(" ON CONSTRAINT ").append(dialect.identifiers().quote(target.constraint()));
        } else if (!target.elements().isEmpty()) {
            withBareColumns(() -> {
                out.append(" (");
                list(target.elements());
                out.append(')');
                Expr<Boolean> where = target.indexWhere();
                if (where != null) {
                    out.append(" WHERE ");
                    write(where);
                }
            });
        }
    }

    /** Writes what an existing row gets. */
    protected final void conflictAssignments(Map<Column<?>, Expr<?>> update, Iterable<Column<?>> columns) {
        boolean first = true;
        for (Column<?> column : columns) {
            Expr<?> value = update.get(column);
            if (value != null) {
                out.append(first ? "" : ", ")
                        .append(dialect.identifiers().quote(column.name()))
                        .append(" = ");
                first = false;
                assigned(value, column);
            }
        }
    }

    @Override
    public void visitExcluded(Excluded<?> excluded) {
        excluded(excluded.column());
    }

    // ---- MERGE

    private void merge(Source source, ConflictClause.Upsert upsert, List<OutputColumn> returning) {
        if (!mergesRows()) {
            if (source.rows().size() != 1) {
                throw unsupported(
                        "an upsert of several rows in one statement",
                        "execute the upsert of one row with a list of parameters, as a batch");
            }
            mergedRow = source.rows().get(0);
        }
        out.append("MERGE INTO ");
        target(source.insert());
        out.append(" USING ");
        mergeSource(source);
        out.append(" ON (");
        List<Column<?>> target = targetOf(upsert);
        for (int i = 0; i < target.size(); i++) {
            out.append(i == 0 ? "" : " AND ");
            write(target.get(i));
            out.append(" = ");
            excluded(target.get(i));
        }
        out.append(')');
        if (!upsert.update().isEmpty()) {
            mergeUpdate(upsert);
        }
        out.append(" WHEN NOT MATCHED THEN INSERT");
        columnList(source.columns());
        out.append(" VALUES (");
        for (int i = 0; i < source.columns().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            excluded(source.columns().get(i));
        }
        out.append(')');
        if (!returning.isEmpty()) {
            returningClause(source.insert(), returning);
        }
        mergeEnd();
        mergedRow = null;
    }

    /**
     * Whether a MERGE reads rows written in the statement. Where it doesn't, it merges one row, whose values are repeated
     * where they are needed, and reads {@link #singleRowTable()}.
     */
    protected boolean mergesRows() {
        return true;
    }

    /** The table of one row, where rows can't be written as VALUES: {@code RDB$DATABASE}; empty if none is needed, null where VALUES can. */
    protected @Nullable String singleRowTable() {
        return null;
    }

    /** Writes the value of a column that a MERGE would insert. */
    private void excluded(Column<?> column) {
        if (mergedRow == null) {
            out.append(EXCLUDED).append('.').append(dialect.identifiers().quote(column.name()));
            return;
        }
        for (Cell cell : mergedRow) {
            if (cell.column() == column) {
                cell(cell, 0, column.key());
                return;
            }
        }
        throw unsupported("excluded(" + column + ") of a column that the upsert does not set");
    }

    /** Writes what a MERGE does with existing rows. */
    protected void mergeUpdate(ConflictClause.Upsert upsert) {
        out.append(" WHEN MATCHED");
        Expr<Boolean> where = upsert.where();
        if (where != null) {
            out.append(" AND ");
            operand(where, Operator.AND, null);
        }
        out.append(" THEN UPDATE SET ");
        conflictAssignments(upsert.update(), upsert.update().keySet());
    }

    /** What stands at the end of a MERGE. */
    protected void mergeEnd() {}

    private void mergeSource(Source source) {
        String single = singleRowTable();
        if (!mergesRows()) {
            out.append(single);
            return;
        }
        out.append('(');
        if (source.query() != null) {
            insertedQuery(source.query());
        } else {
            out.append(single == null ? "VALUES " : "");
            for (int i = 0; i < source.rows().size(); i++) {
                out.append(single == null ? i == 0 ? "(" : ", (" : i == 0 ? "SELECT " : " UNION ALL SELECT ");
                mergeRow(source, i, single != null);
                out.append(single == null ? ")" : single.isEmpty() ? "" : " FROM " + single);
            }
        }
        out.append(')').append(aliasKeyword()).append(EXCLUDED);
        if (single == null || source.query() != null) {
            columnList(source.columns());
        }
    }

    private void mergeRow(Source source, int number, boolean named) {
        List<Cell> row = source.rows().get(number);
        for (int i = 0; i < row.size(); i++) {
            Column<?> column = row.get(i).column();
            out.append(i == 0 ? "" : ", ").append("CAST(");
            cell(source, row.get(i), number);
            out.append(" AS ").append(dialect.castTypeName(column.type())).append(')');
            if (named) {
                out.append(" AS ").append(dialect.identifiers().quote(column.name()));
            }
        }
    }
}
