package org.aludel.core.compiler;

import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Between;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Quantified;
import org.aludel.sql.tree.ScalarQuery;
import org.aludel.sql.tree.Tuple;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Unary;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expressions. Parentheses are set where the precedence of operators asks for them.
 */
public abstract class ExpressionCompiler implements NodeVisitor {

    protected final Compilation compilation;
    protected final StringBuilder out;
    protected final CoreDialect dialect;
    private final ExpressionTypes types;
    private boolean literalValues;
    private boolean bareColumns;

    protected ExpressionCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.out = compilation.out;
        this.dialect = compilation.dialect();
        this.types = new ExpressionTypes(this::resolved);
    }

    // ---- columns and values

    @Override
    public void visitColumn(Column<?> column) {
        FromItem owner = column.owner();
        if (owner != null && !bareColumns) {
            out.append(qualifier(owner)).append('.');
        }
        out.append(
                owner == null
                                && column.type() instanceof UnknownType<?>
                                && column.name().equals("*")
                        ? "*"
                        : dialect.identifiers().quote(column.name()));
    }

    /** What stands before the name of a column of a table or alias. */
    protected abstract String qualifier(FromItem owner);

    @Override
    public void visitBind(BindParameter<?> bind) {
        bind(bind, bind.type());
    }

    /** Writes a parameter that is bound as a type. */
    protected void bind(BindParameter<?> bind, Type<?> type) {
        if (literalValues) {
            out.append(dialect.literal(bind.value(), type));
            return;
        }
        compilation.slot(bind, type);
        bindMark(type);
    }

    /**
     * Writes a parameter that is an operand. Databases that take a parameter's type from what stands beside it, and refuse
     * one that stands alone, override this and {@link #visitBind}.
     *
     * @param sibling what tells the type: the other operand, the column that is set; null if there is none
     */
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        bind(bind, type);
    }

    /** Writes a parameter with a cast that tells its type, if its type is known. */
    protected final void castBind(BindParameter<?> bind, Type<?> type) {
        Type<?> told = type instanceof UnknownType<?> ? knownType(bind, type) : type;
        if (literalValues || told instanceof UnknownType<?>) {
            bind(bind, told);
            return;
        }
        out.append("CAST(");
        bind(bind, told);
        out.append(" AS ").append(dialect.castTypeName(told)).append(')');
    }

    private static Type<?> knownType(BindParameter<?> bind, Type<?> type) {
        Class<?> javaType = type.javaType();
        if (javaType == (Class<?>) Object.class && bind.value() != null) {
            javaType = bind.value().getClass();
        }
        Type<?> found = javaType == (Class<?>) Object.class ? null : org.aludel.types.Types.find(javaType);
        return found == null ? type : found;
    }

    /**
     * Writes a number that the database, or its driver, takes as part of the text only, as the number of rows after TOP:
     * the value of a parameter is put in at execution, and the statement stays compiled.
     */
    protected final void written(Expr<?> number) {
        if (number instanceof BindParameter<?> bind && !literalValues) {
            compilation.writtenSlot(bind, bind.type());
        } else {
            number.accept(this);
        }
    }

    /** Writes a parameter whose value is put into the text at execution, as a literal; the statement stays compiled. */
    protected final void literal(BindParameter<?> bind, Type<?> type) {
        Type<?> told = type instanceof UnknownType<?> ? knownType(bind, type) : type;
        if (literalValues) {
            bind(bind, told);
        } else {
            compilation.literalSlot(bind, told);
        }
    }

    /** Writes the mark of a parameter; a cast round it where the database needs one. */
    protected void bindMark(Type<?> type) {
        out.append('?');
    }

    @Override
    public void visitConstant(Constant<?> constant) {
        if (constant == Constant.TRUE || constant == Constant.FALSE) {
            out.append(
                    dialect.supports(Capability.NATIVE_BOOLEAN)
                            ? constant.sql()
                            : constant == Constant.TRUE ? "1" : "0");
        } else {
            out.append(constant.sql());
        }
    }

    @Override
    public void visitVerbatim(Verbatim<?> verbatim) {
        out.append(verbatim.sql());
    }

    // ---- operators

    @Override
    public void visitBinary(Binary<?> binary) {
        Operator operator = binary.operator();
        if (operator.equals(Operator.ADD) && types.isText(binary.left()) && types.isText(binary.right())) {
            operator = Operator.CONCAT;
        }
        if (operator.equals(Operator.CONCAT)) {
            concatenation(binary);
        } else {
            infix(operator, binary.left(), binary.right());
        }
    }

    /** Writes text joined. */
    protected void concatenation(Binary<?> binary) {
        infix(Operator.CONCAT, binary.left(), binary.right());
    }

    @Override
    public void visitComparison(Comparison comparison) {
        Operator operator = comparison.operator();
        if (operator.equals(Operator.IS_DISTINCT_FROM) || operator.equals(Operator.IS_NOT_DISTINCT_FROM)) {
            distinctFrom(comparison, operator.equals(Operator.IS_DISTINCT_FROM));
        } else {
            infix(operator, comparison.left(), comparison.right());
        }
    }

    /** Writes a comparison in which two nulls are the same. */
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        infix(comparison.operator(), comparison.left(), comparison.right());
    }

    @Override
    public void visitCustomCondition(CustomCondition condition) {
        infix(condition.operator(), condition.left(), condition.right());
    }

    /** Writes two operands with an operator between them; a parameter of no type takes that of the other side. */
    protected final void infix(Operator operator, Expr<?> left, Expr<?> right) {
        operand(left, operator, right);
        out.append(' ').append(operator.sql()).append(' ');
        operand(right, operator, left);
    }

    /** Writes an operand, in parentheses if needed. */
    protected final void operand(Expr<?> operand, Operator outer, @Nullable Expr<?> sibling) {
        Expr<?> resolved = resolved(operand);
        if (resolved instanceof BindParameter<?> bind) {
            nameAfter(sibling);
            bindBeside(
                    bind,
                    sibling != null && bind.type() instanceof UnknownType<?>
                            ? types.typeOf(sibling, bind.type())
                            : bind.type(),
                    sibling);
            return;
        }
        boolean parentheses = Precedence.of(resolved).needsParenthesesUnder(outer);
        if (parentheses) {
            out.append('(');
        }
        resolved.accept(this);
        if (parentheses) {
            out.append(')');
        }
    }

    /** Names the next parameter after what it is compared with. */
    private void nameAfter(@Nullable Expr<?> sibling) {
        if (sibling instanceof Column<?> column) {
            compilation.hint(column.key());
        } else if (sibling instanceof Func<?> function) {
            compilation.hint(function.name());
        }
    }

    @Override
    public void visitJunction(Junction junction) {
        if (junction.members().isEmpty()) {
            out.append(junction.operator().equals(Operator.AND) ? "1 = 1" : "1 != 1");
            return;
        }
        for (int i = 0; i < junction.members().size(); i++) {
            if (i > 0) {
                out.append(' ').append(junction.operator().sql()).append(' ');
            }
            operand(junction.members().get(i), junction.operator(), null);
        }
    }

    @Override
    public void visitNot(Not not) {
        out.append("NOT ");
        operand(not.operand(), Operator.NOT, null);
    }

    @Override
    public void visitUnary(Unary<?> unary) {
        out.append(unary.operator().sql());
        if (Character.isLetter(unary.operator().sql().charAt(0))) {
            out.append(' ');
        }
        operand(unary.operand(), unary.operator(), null);
    }

    @Override
    public void visitNullTest(NullTest test) {
        operand(test.operand(), Operator.IS, null);
        out.append(test.negated() ? " IS NOT NULL" : " IS NULL");
    }

    @Override
    public void visitBetween(Between between) {
        operand(between.operand(), Operator.BETWEEN, null);
        out.append(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
        operand(between.low(), Operator.BETWEEN, between.operand());
        out.append(" AND ");
        operand(between.high(), Operator.BETWEEN, between.operand());
    }

    @Override
    public void visitLike(Like like) {
        if (like.ignoringCase()) {
            ignoringCase(like);
            return;
        }
        operand(like.operand(), Operator.LIKE, null);
        out.append(like.negated() ? " NOT LIKE " : " LIKE ");
        operand(like.pattern(), Operator.LIKE, null);
        escape(like);
    }

    /** Writes LIKE without regard to case. */
    protected void ignoringCase(Like like) {
        out.append("lower(");
        like.operand().accept(this);
        out.append(like.negated() ? ") NOT LIKE lower(" : ") LIKE lower(");
        like.pattern().accept(this);
        out.append(')');
        escape(like);
    }

    /** Writes the ESCAPE clause, if there is one. */
    protected final void escape(Like like) {
        if (like.escape() != null) {
            out.append(" ESCAPE ").append(dialect.literals().string(like.escape()));
        }
    }

    // ---- IN

    @Override
    public void visitInList(InList in) {
        BindParameter<?> values = in.values();
        if (values == null) {
            out.append(in.negated() ? "1 = 1" : "1 != 1");
            return;
        }
        if (in.negated()) {
            out.append('(');
        }
        operand(in.operand(), Operator.IN, null);
        out.append(in.negated() ? " NOT IN (" : " IN (");
        if (literalValues && values.value() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(dialect.literal(list.get(i), values.type()));
            }
        } else {
            Type<?> type =
                    values.type() instanceof UnknownType<?> ? types.typeOf(in.operand(), values.type()) : values.type();
            nameAfter(in.operand());
            compilation.slot(values, type);
            compilation.expansions.add(new Compiled.Expansion(out.length(), in.negated()));
        }
        out.append(in.negated() ? "))" : ")");
    }

    @Override
    public void visitInExpressions(InExpressions in) {
        operand(in.operand(), Operator.IN, null);
        out.append(in.negated() ? " NOT IN (" : " IN (");
        for (int i = 0; i < in.members().size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            operand(in.members().get(i), Operator.NONE, in.operand());
        }
        out.append(')');
    }

    /** Writes rows in a list of rows as comparisons of their members, for databases without row values. */
    protected final void tuplesAsConditions(InExpressions in) {
        List<Expr<?>> operands = ((Tuple) in.operand()).members();
        out.append(in.negated() ? "NOT (" : "(");
        for (int i = 0; i < in.members().size(); i++) {
            List<Expr<?>> values = ((Tuple) in.members().get(i)).members();
            out.append(i == 0 ? "" : " OR ");
            for (int c = 0; c < operands.size(); c++) {
                out.append(c == 0 ? "" : " AND ");
                infix(Operator.EQ, operands.get(c), values.get(c));
            }
        }
        out.append(')');
    }

    @Override
    public void visitInQuery(InQuery in) {
        operand(in.operand(), Operator.IN, null);
        out.append(in.negated() ? " NOT IN (" : " IN (");
        in.query().accept(this);
        out.append(')');
    }

    @Override
    public void visitExists(Exists exists) {
        out.append(exists.negated() ? "NOT (EXISTS (" : "EXISTS (");
        exists.query().accept(this);
        out.append(exists.negated() ? "))" : ")");
    }

    @Override
    public void visitScalarQuery(ScalarQuery<?> query) {
        out.append('(');
        query.query().accept(this);
        out.append(')');
    }

    @Override
    public void visitQuantified(Quantified<?> quantified) {
        out.append(quantified.quantifier()).append(" (");
        quantified.query().accept(this);
        out.append(')');
    }

    @Override
    public void visitTuple(Tuple tuple) {
        out.append('(');
        list(tuple.members());
        out.append(')');
    }

    // ---- functions and the like

    @Override
    public void visitCase(Case<?> choice) {
        out.append("CASE ");
        Expr<?> subject = choice.subject();
        if (subject != null) {
            subject.accept(this);
            out.append(' ');
        }
        for (Case.Branch branch : choice.branches()) {
            out.append("WHEN ");
            branch.condition().accept(this);
            out.append(" THEN ");
            operand(branch.result(), Operator.NONE, choice);
            out.append(' ');
        }
        if (choice.fallback() != null) {
            out.append("ELSE ");
            operand(choice.fallback(), Operator.NONE, choice);
            out.append(' ');
        }
        out.append("END");
    }

    @Override
    public void visitCast(Cast<?> cast) {
        String name = dialect.castTypeName(cast.type());
        if (name == null) {
            operand(cast.operand(), Operator.COLLATE, cast);
            return;
        }
        out.append("CAST(");
        operand(cast.operand(), Operator.NONE, cast);
        out.append(" AS ").append(name).append(')');
    }

    @Override
    public void visitTypeCoerce(TypeCoerce<?> coerce) {
        operand(coerce.operand(), Operator.NONE, coerce);
    }

    @Override
    public void visitExtract(Extract extract) {
        out.append("EXTRACT(").append(extract.field()).append(" FROM ");
        extract.operand().accept(this);
        out.append(')');
    }

    @Override
    public void visitCollate(Collate<?> collate) {
        operand(collate.operand(), Operator.COLLATE, null);
        out.append(" COLLATE ").append(dialect.identifiers().quote(collate.collation()));
    }

    @Override
    public void visitFunction(Func<?> function) {
        String name = functionName(function);
        out.append(name);
        if (!function.arguments().isEmpty() || !isKeyword(name)) {
            out.append('(');
            list(function.arguments());
            out.append(')');
        }
        if (function.filter() != null) {
            if (!dialect.supports(Capability.AGGREGATE_FILTER)) {
                throw unsupported("FILTER of an aggregate function");
            }
            out.append(" FILTER (WHERE ");
            function.filter().accept(this);
            out.append(')');
        }
    }

    /** The name of a function here. */
    protected String functionName(Func<?> function) {
        return function.name().equalsIgnoreCase("now") ? "CURRENT_TIMESTAMP" : keywordCase(function.name());
    }

    private static String keywordCase(String name) {
        return isKeyword(name.toUpperCase(java.util.Locale.ROOT)) ? name.toUpperCase(java.util.Locale.ROOT) : name;
    }

    private static boolean isKeyword(String name) {
        return switch (name) {
            case "CURRENT_TIMESTAMP",
                    "CURRENT_DATE",
                    "CURRENT_TIME",
                    "LOCALTIME",
                    "LOCALTIMESTAMP",
                    "CURRENT_USER",
                    "SESSION_USER" -> true;
            default -> false;
        };
    }

    @Override
    public void visitOver(Over<?> over) {
        if (!dialect.supports(Capability.WINDOW_FUNCTIONS)) {
            throw unsupported("window functions");
        }
        over.function().accept(this);
        out.append(" OVER (");
        String gap = "";
        if (!over.partitionBy().isEmpty()) {
            out.append("PARTITION BY ");
            list(over.partitionBy());
            gap = " ";
        }
        if (!over.orderBy().isEmpty()) {
            out.append(gap).append("ORDER BY ");
            list(over.orderBy());
            gap = " ";
        }
        if (over.frame() != null) {
            out.append(gap).append(over.frame());
        }
        out.append(')');
    }

    @Override
    public void visitLabel(Label<?> label) {
        label.expression().accept(this);
    }

    @Override
    public void visitOrder(Order order) {
        ordered(order.expression());
        out.append(order.direction() == Order.Direction.DESC ? " DESC" : " ASC");
        if (order.nulls() != Order.Nulls.DEFAULT) {
            out.append(order.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    /** Writes what rows are ordered by. */
    protected void ordered(Ordering ordering) {
        ordering.accept(this);
    }

    @Override
    public void visitNextValue(NextValue next) {
        if (!dialect.supports(Capability.SEQUENCES)) {
            throw unsupported("the sequence " + next.sequence().name());
        }
        out.append("NEXT VALUE FOR ")
                .append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()));
    }

    @Override
    public void visitUnresolved(Unresolved<?> unresolved) {
        resolved(unresolved).accept(this);
    }

    @Override
    public void visitCustom(CustomNode node) {
        node.render(new CustomNode.Rendering() {
            @Override
            public String dialect() {
                return dialect.name();
            }

            @Override
            public CustomNode.Rendering append(String sql) {
                out.append(sql);
                return this;
            }

            @Override
            public CustomNode.Rendering append(Node part) {
                part.accept(ExpressionCompiler.this);
                return this;
            }
        });
    }

    // ---- what subclasses use

    /** Writes parts with commas between them. */
    protected final void list(List<? extends Node> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            parts.get(i).accept(this);
        }
    }

    /** The expression itself, or the column of a mapped attribute. */
    protected final Expr<?> resolved(Expr<?> expression) {
        Expr<?> current = expression;
        while (current instanceof Unresolved<?> unresolved) {
            Expr<?> found = compilation.resolver == null ? null : unresolved.resolve(compilation.resolver);
            if (found == null || found == current) {
                throw new CompileException(
                        "ALU-0130",
                        "a mapped attribute has no table here; where: " + unresolved
                                + "; what to do: run the statement through a session or an engine that knows its mapping");
            }
            current = found;
        }
        return current;
    }

    /** The type of an expression, found where it was not declared; null if nobody knows. */
    protected final @Nullable Type<?> typeOf(Expr<?> expression) {
        Type<?> type = types.typeOf(expression);
        return type instanceof UnknownType<?> ? null : type;
    }

    /** Whether an expression is text. */
    protected final boolean isText(Expr<?> expression) {
        return types.typeOf(expression).family() == TypeFamily.STRING;
    }

    /** Runs with values written into the text, as DDL needs. */
    protected final void withLiterals(Runnable work) {
        boolean before = literalValues;
        literalValues = true;
        try {
            work.run();
        } finally {
            literalValues = before;
        }
    }

    /** Runs with columns written by their names alone. */
    protected final void withBareColumns(Runnable work) {
        boolean before = bareColumns;
        bareColumns = true;
        try {
            work.run();
        } finally {
            bareColumns = before;
        }
    }

    /** Whether columns are written by their names alone. */
    protected final boolean bareColumns() {
        return bareColumns;
    }

    /** The error for what the database can't do. */
    protected final CompileException unsupported(String what) {
        return new CompileException(
                "ALU-0131",
                "the database can't do it: " + what + "; where: dialect " + dialect.name()
                        + "; what to do: write the statement without it, or ask dialect.supports(...) first");
    }
}
