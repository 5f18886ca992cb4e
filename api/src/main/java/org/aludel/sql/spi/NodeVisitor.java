package org.aludel.sql.spi;

import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Table;
import org.aludel.sql.*;
import org.aludel.sql.tree.*;
import org.aludel.sql.tree.ArrayElement;
import org.aludel.sql.tree.ArraySlice;
import org.aludel.sql.tree.Grouping;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.QuantifiedArray;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.sql.tree.Truth;

/**
 * One method per construct; compilers implement it.
 *
 * @since 0.1
 */
public interface NodeVisitor {

    void visitColumn(Column<?> column);

    void visitBind(BindParameter<?> bind);

    void visitConstant(Constant<?> constant);

    void visitVerbatim(Verbatim<?> verbatim);

    void visitBinary(Binary<?> binary);

    void visitComparison(Comparison comparison);

    void visitCustomCondition(CustomCondition condition);

    void visitJunction(Junction junction);

    void visitNot(Not not);

    void visitUnary(Unary<?> unary);

    void visitNullTest(NullTest test);

    void visitInList(InList in);

    void visitInExpressions(InExpressions in);

    void visitInQuery(InQuery in);

    void visitBetween(Between between);

    void visitLike(Like like);

    void visitExists(Exists exists);

    void visitTruth(Truth truth);

    void visitGrouping(Grouping<?> grouping);

    void visitMatch(Match match);

    void visitRegexp(Regexp regexp);

    void visitRegexpReplace(RegexpReplace<?> replace);

    void visitArrayElement(ArrayElement<?> element);

    void visitArraySlice(ArraySlice<?> slice);

    void visitQuantifiedArray(QuantifiedArray<?> quantified);

    void visitJsonItem(JsonItem<?> item);

    void visitScalarQuery(ScalarQuery<?> query);

    void visitQuantified(Quantified<?> quantified);

    void visitCase(Case<?> choice);

    void visitCast(Cast<?> cast);

    void visitTypeCoerce(TypeCoerce<?> coerce);

    void visitExtract(Extract extract);

    void visitCollate(Collate<?> collate);

    void visitFunction(Func<?> function);

    void visitOver(Over<?> over);

    void visitLabel(Label<?> label);

    void visitLabelReference(LabelReference reference);

    void visitTuple(Tuple tuple);

    void visitOrder(Order order);

    void visitExcluded(Excluded<?> excluded);

    void visitNextValue(NextValue next);

    /** A row id; visitors that know no database of their own need not know it. */
    default void visitRowId(RowId rowId) {
        throw new UnsupportedOperationException("row id");
    }

    void visitTable(Table table);

    void visitTableAlias(TableAlias alias);

    void visitJoin(Join join);

    void visitCte(Cte cte);

    void visitRowValues(RowValues values);

    void visitTableFunction(TableFunction function);

    void visitTableSample(TableSample sample);

    void visitTextQuery(TextQuery query);

    void visitFiltered(Filtered<?> filtered);

    void visitWithinGroup(WithinGroup<?> group);

    void visitOrderedArgument(OrderedArgument<?> argument);

    void visitSelect(Select select);

    void visitCompoundSelect(CompoundSelect compound);

    void visitInsert(Insert insert);

    /** The portable upsert, as part of an INSERT. */
    void visitUpsert(ConflictClause.Upsert upsert);

    /** ON CONFLICT, as part of an INSERT. */
    void visitOnConflict(ConflictClause.OnConflict clause);

    /** ON DUPLICATE KEY UPDATE, as part of an INSERT. */
    void visitOnDuplicateKey(ConflictClause.OnDuplicateKey clause);

    void visitUpdate(Update update);

    void visitDelete(Delete delete);

    void visitText(Text text);

    void visitDdl(DdlElement element);

    /** An attribute whose column is found through a {@link Resolver}. */
    void visitUnresolved(Unresolved<?> unresolved);

    /** A construct of the program's own. */
    void visitCustom(CustomNode node);
}
