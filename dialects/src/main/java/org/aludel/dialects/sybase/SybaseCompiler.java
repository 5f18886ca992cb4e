package org.aludel.dialects.sybase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.OrderedArgument;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** The SQL of Sybase ASE, which takes no parameters among the columns of a result nor in ORDER BY. */
final class SybaseCompiler extends SqlCompiler {

    private boolean takesNoParameters;

    SybaseCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- parameters

    @Override
    public void visitSelect(Select asked) {
        boolean before = takesNoParameters;
        super.visitSelect(asked);
        takesNoParameters = before;
    }

    @Override
    protected void from(List<FromItem> froms) {
        takesNoParameters = false;
        super.from(froms);
    }

    @Override
    public void visitBind(BindParameter<?> bind) {
        if (takesNoParameters) {
            literal(bind, bind.type());
        } else {
            super.visitBind(bind);
        }
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (takesNoParameters || sibling instanceof BindParameter<?>) {
            literal(bind, type);
        } else {
            super.bindBeside(bind, type, sibling);
        }
    }

    // ---- select

    @Override
    protected void beforeColumns(Select select, Place place) {
        super.beforeColumns(select, place);
        takesNoParameters = true;
    }

    @Override
    protected void fromNothing() {
        takesNoParameters = false;
    }

    /** Only a subquery with a limit may be ordered. */
    @Override
    protected void orderByClause(Select select, Place place) {
        if (place != Place.TOP && select.limit() == null) {
            return;
        }
        takesNoParameters = true;
        super.orderByClause(select, place);
        takesNoParameters = false;
    }

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit == null && offset == null) {
            return;
        }
        out.append(" ROWS");
        if (limit != null) {
            out.append(" LIMIT ");
            write(limit);
        }
        if (offset != null) {
            out.append(" OFFSET ");
            write(offset);
        }
    }

    /** FOR UPDATE belongs to cursors here. */
    @Override
    protected void lock(LockMode mode) {
        if (mode.skipsLocked()) {
            throw unsupported("SKIP LOCKED (READPAST as a table hint does it)");
        }
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

    @Override
    public void visitExtract(Extract extract) {
        out.append("DATEPART(\"").append(part(extract.field())).append("\", ");
        write(extract.operand());
        out.append(')');
    }

    private static String part(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "doy" -> "dayofyear";
            case "dow" -> "weekday";
            case "milliseconds" -> "millisecond";
            default -> field.replace("\"", "");
        };
    }

    @Override
    public void visitFunction(Func<?> function) {
        if (function.name().equalsIgnoreCase("now") && function.arguments().isEmpty()) {
            out.append("GETDATE()");
        } else {
            super.visitFunction(function);
        }
    }

    @Override
    public void visitOrderedArgument(OrderedArgument<?> argument) {
        throw unsupported("ORDER BY among the arguments of an aggregate function");
    }

    @Override
    public void visitNextValue(NextValue next) {
        throw unsupported("sequences");
    }

    // ---- changes

    @Override
    protected String emptyColumns(Table table) {
        return " ()";
    }

    @Override
    protected String emptyValues() {
        return " VALUES ()";
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        List<FromItem> all = new ArrayList<>(others);
        all.add(0, target);
        out.append(" FROM ");
        fromItems(all);
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
