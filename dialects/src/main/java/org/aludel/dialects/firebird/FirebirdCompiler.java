package org.aludel.dialects.firebird;

import java.util.List;
import java.util.Locale;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.OrderedArgument;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Firebird's SQL: FIRST and SKIP, a table of one row, parameters that need a type wherever nothing beside them tells it.
 */
final class FirebirdCompiler extends SqlCompiler {

    /** What a parameter of text without a length is cast to: a row of such values has room for four. */
    private static final String SOME_TEXT = "VARCHAR(4000)";

    /** Before 3.0 the values of result columns are literals. */
    private final boolean literalColumns;

    private boolean inColumns;

    /** In a calculation a column tells no parameter its type. */
    private boolean inCalculation;

    FirebirdCompiler(Compilation compilation) {
        super(compilation);
        this.literalColumns = !dialect.settings().isAtLeast(3, 0);
    }

    // ---- parameters

    @Override
    public void visitSelect(Select asked) {
        boolean before = inColumns;
        super.visitSelect(asked);
        inColumns = before;
    }

    @Override
    protected void from(List<FromItem> froms) {
        inColumns = false;
        super.from(froms);
    }

    @Override
    public void visitBind(BindParameter<?> bind) {
        if (!literalColumns) {
            castBind(bind, bind.type());
        } else if (inColumns) {
            literal(bind, bind.type());
        } else {
            super.visitBind(bind);
        }
    }

    @Override
    public void visitBinary(Binary<?> binary) {
        boolean before = inCalculation;
        inCalculation = true;
        super.visitBinary(binary);
        inCalculation = before;
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        boolean untold = inColumns
                || sibling instanceof BindParameter<?>
                || !literalColumns && (inCalculation || !(sibling instanceof Column<?>));
        if (!untold) {
            super.bindBeside(bind, type, sibling);
        } else if (literalColumns) {
            literal(bind, type);
        } else {
            castBind(bind, type);
        }
    }

    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        // a pattern may be longer than the column it is compared with, and a cast would not take it
        boolean anyLength = type instanceof StringType text && !text.fixed() && (text.length() == 0 || !inColumns);
        return type instanceof TextType || anyLength ? SOME_TEXT : super.bindTypeName(type);
    }

    // ---- select

    @Override
    protected void fromNothing() {
        inColumns = false;
        out.append(" FROM rdb$database");
    }

    @Override
    protected void beforeColumns(Select select, Place place) {
        if (select.fetch() == null) {
            number(" FIRST ", select.limit());
            number(" SKIP ", select.offset());
        }
        super.beforeColumns(select, place);
        inColumns = true;
    }

    private void number(String word, @Nullable Expr<?> count) {
        if (count == null) {
            return;
        }
        out.append(word, 1, word.length());
        if (count instanceof BindParameter<?> bind) {
            bind(bind, bind.type());
        } else {
            out.append(literalColumns ? "" : "(");
            inColumns = literalColumns;
            write(count);
            out.append(literalColumns ? "" : ")");
        }
        out.append(' ');
    }

    /** FIRST and SKIP have said it; WITH TIES and PERCENT have no words here. */
    @Override
    protected void limitClause(Select select, Place place) {
        Fetch fetch = select.fetch();
        if (fetch == null) {
            return;
        }
        if ((fetch.withTies() || fetch.percent()) && !dialect.settings().flag("unchecked", false)) {
            throw unsupported("FETCH WITH TIES and PERCENT");
        }
        super.limitClause(select, place);
    }

    /** Limits of a compound, which has no FIRST. */
    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (offset != null) {
            number(" OFFSET ", offset, " ROWS");
        }
        if (limit != null) {
            number(" FETCH NEXT ", limit, " ROWS ONLY");
        }
    }

    private void number(String before, Expr<?> count, String after) {
        out.append(before);
        if (count instanceof BindParameter<?> bind) {
            bind(bind, bind.type());
        } else {
            write(count);
        }
        out.append(after);
    }

    /** WITH LOCK reaches the rows of one table only; a plain FOR UPDATE locks nothing. */
    @Override
    protected void lock(Select select, LockMode mode, List<FromItem> froms) {
        boolean oneTable = froms.size() == 1 && froms.get(0) instanceof Table;
        if (!literalColumns && !(oneTable && select.groupBy().isEmpty() && !select.isDistinct())) {
            throw unsupported("FOR UPDATE of a select that joins, groups or leaves out equal rows");
        }
        lock(mode);
    }

    @Override
    protected void lock(LockMode mode) {
        if (literalColumns) {
            out.append(" FOR UPDATE");
            return;
        }
        if (mode.share()) {
            throw unsupported("FOR SHARE");
        }
        super.lock(new LockMode(false, mode.nowait(), false, mode.keyShare(), mode.of()));
        out.append(" WITH LOCK");
        if (mode.skipsLocked()) {
            if (!dialect.supports(Capability.SKIP_LOCKED)) {
                throw unsupported("SKIP LOCKED");
            }
            out.append(" SKIP LOCKED");
        }
    }

    // ---- compounds

    @Override
    protected void openMember() {
        if (literalColumns) {
            super.openMember();
        } else {
            out.append("SELECT * FROM (");
        }
    }

    @Override
    protected boolean ordersCompoundsByPosition() {
        return !literalColumns;
    }

    // ---- expressions

    @Override
    public void visitInExpressions(InExpressions in) {
        if (in.operand() instanceof Tuple && !dialect.supports(Capability.TUPLE_IN)) {
            tuplesAsConditions(in);
        } else {
            super.visitInExpressions(in);
        }
    }

    /** STARTING WITH knows no wildcards, so none may have been escaped in the text. */
    @Override
    protected void startsWith(Like like) {
        if (like.escape() != null && !literalColumns) {
            super.startsWith(like);
            return;
        }
        operand(like.operand(), Operator.STRONGEST, null);
        out.append(like.negated() ? " NOT STARTING WITH " : " STARTING WITH ");
        operand(like.pattern(), Operator.LIKE, null);
    }

    @Override
    protected void calculation(Operator operator, Binary<?> binary) {
        if (!operator.equals(Operator.MODULO)) {
            super.calculation(operator, binary);
            return;
        }
        out.append("mod(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }

    @Override
    public void visitFunction(Func<?> function) {
        List<? extends Expr<?>> arguments = function.arguments();
        switch (function.name().toLowerCase(Locale.ROOT)) {
            case "substring" -> {
                if (arguments.size() < 2) {
                    super.visitFunction(function);
                    return;
                }
                out.append("SUBSTRING(");
                write(arguments.get(0));
                out.append(" FROM ");
                write(arguments.get(1));
                if (arguments.size() > 2) {
                    out.append(" FOR ");
                    write(arguments.get(2));
                }
                out.append(')');
            }
            default -> super.visitFunction(function);
        }
    }

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "length" -> "char_length";
            default -> super.functionName(function);
        };
    }

    /** What has no arguments was a variable of the context before 3.0. */
    @Override
    protected boolean emptyArguments(String name) {
        return !literalColumns;
    }

    @Override
    public void visitNextValue(NextValue next) {
        if (literalColumns) {
            out.append("gen_id(")
                    .append(dialect.identifiers().quote(next.sequence().name()))
                    .append(", 1)");
        } else {
            super.visitNextValue(next);
        }
    }

    @Override
    public void visitOrderedArgument(OrderedArgument<?> argument) {
        throw unsupported("ORDER BY among the arguments of an aggregate function");
    }

    // ---- changes

    /** An insert was written without a schema when other statements had one. */
    @Override
    protected void insertTarget(FromItem target) {
        if (literalColumns && target instanceof Table table) {
            out.append(dialect.identifiers().quote(table.name()));
        } else {
            super.insertTarget(target);
        }
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected String singleRowTable() {
        return "rdb$database";
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
