package org.aludel.core.compiler;

import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.CompileRules;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.spi.CompileRule;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.RowId;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * What all compilers of nodes share: where the text goes, columns and values, operands and their parentheses, and what
 * mapped attributes and constructs of the program's own stand for.
 */
public abstract class NodeCompiler implements NodeVisitor {

    protected final Compilation compilation;
    protected final StringBuilder out;
    protected final CoreDialect dialect;
    private final ExpressionTypes types;
    private @Nullable BindParameter<?> wrapped;
    private @Nullable BindSlot wrappedSlot;
    private boolean literalValues;
    private boolean bareColumns;
    private boolean inOperation;
    private final boolean ruled = !CompileRules.isEmpty();
    private final boolean ruledBinds;

    protected NodeCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.out = compilation.out;
        this.dialect = compilation.dialect();
        this.types = new ExpressionTypes(this);
        this.ruledBinds = ruled && CompileRules.find(BindParameter.class, dialect.name()) != null;
    }

    /** Writes a node: by a rule of the program's if there is one, else in its own way. */
    protected final void write(Node node) {
        CompileRule<Node> rule = ruled ? CompileRules.find(node.getClass(), dialect.name()) : null;
        if (rule == null) {
            node.accept(this);
        } else {
            rule.write(node, new NodeRendering(this, node));
        }
    }

    // ---- columns and values

    @Override
    public void visitColumn(Column<?> column) {
        FromItem owner = column.owner();
        if (owner != null && !bareColumns) {
            String qualifier = qualifier(owner);
            if (qualifier != null) {
                out.append(qualifier).append('.');
            }
        }
        out.append(
                owner == null
                                && column.type() instanceof UnknownType<?>
                                && column.name().equals("*")
                        ? "*"
                        : dialect.identifiers().quote(columnName(column)));
    }

    @Override
    public void visitRowId(RowId rowId) {
        String name = dialect.rowIdName();
        if (name == null) {
            throw unsupported("a row id that statements may name", "select and compare the primary key");
        }
        FromItem owner = rowId.place().owner();
        String qualifier = owner == null || bareColumns ? null : qualifier(owner);
        out.append(qualifier == null ? "" : qualifier + ".").append(name);
    }

    /** What stands before the name of a column of a table or alias; null if nothing does. */
    protected abstract @Nullable String qualifier(FromItem owner);

    /** The name of a column in SQL. */
    protected abstract String columnName(Column<?> column);

    @Override
    public void visitBind(BindParameter<?> bind) {
        bind(bind, bind.type());
    }

    /** Writes a parameter that is bound as a type. */
    protected void bind(BindParameter<?> bind, Type<?> type) {
        if (literalValues) {
            Placeholders.append(out, dialect.literal(bind.value(), type));
            return;
        }
        if (bind.isLiteral() && !bind.isExpanding()) {
            literal(bind, type);
            return;
        }
        if (bind == wrapped) {
            wrappedMark(bind, type);
        } else if (!wrap(bind, type, null)) {
            compilation.slot(bind, type);
            bindMark(type);
        }
    }

    private void wrappedMark(BindParameter<?> bind, Type<?> type) {
        Type<?> known = wrappedSlot == null ? type : wrappedSlot.type();
        if (wrappedSlot == null) {
            compilation.slot(bind, known);
        } else {
            compilation.slot(wrappedSlot);
        }
        bindMark(known);
    }

    /** Writes a parameter that only execution gives, as its type wants it. */
    protected final void mark(BindSlot slot) {
        if (!wrap(BindParameter.of(slot.type(), null), slot.type(), slot)) {
            compilation.slot(slot);
            bindMark(slot.type());
        }
    }

    /** Writes a parameter inside of the expression that its type wants around it; false if it wants none. */
    private boolean wrap(BindParameter<?> bind, Type<?> type, @Nullable BindSlot slot) {
        Expr<?> around = type.bindExpression(bind);
        if (around == bind) {
            return false;
        }
        BindParameter<?> outer = wrapped;
        BindSlot outerSlot = wrappedSlot;
        wrapped = bind;
        wrappedSlot = slot;
        around.accept(this);
        wrapped = outer;
        wrappedSlot = outerSlot;
        return true;
    }

    /** Writes a parameter whose value is bound by a handler of its own; a value that is no parameter as it is. */
    protected final void bindBy(Expr<?> value, TypeHandler<?> handler) {
        if (!(value instanceof BindParameter<?> bind) || literalValues) {
            write(value);
            return;
        }
        compilation.slot(bind, bind.type(), handler);
        out.append('?');
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

    /**
     * Whether what stands beside a parameter is a number of another kind. Databases that give a parameter the type of its
     * neighbour would round it to that kind.
     */
    protected static boolean isOtherNumber(Type<?> type, @Nullable Expr<?> sibling) {
        return sibling != null
                && type.family().isNumber()
                && sibling.type().family().isNumber()
                && type.family() != sibling.type().family();
    }

    /** Writes a parameter with a cast that tells its type, if its type is known. */
    protected final void castBind(BindParameter<?> bind, Type<?> type) {
        Type<?> told = type instanceof UnknownType<?> ? knownType(bind, type) : type;
        if (literalValues || bind.isLiteral() || told instanceof UnknownType<?>) {
            bind(bind, told);
            return;
        }
        out.append("CAST(");
        bind(bind, told);
        out.append(" AS ").append(bindTypeName(told)).append(')');
    }

    /** The type to which a parameter is cast that nothing beside it gives a type. */
    protected @Nullable String bindTypeName(Type<?> type) {
        return dialect.castTypeName(type);
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
            write(number);
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
            out.append(truthWord(constant == Constant.TRUE));
        } else {
            out.append(constant.sql());
        }
    }

    /** How the keywords TRUE and FALSE are written. */
    protected String truthWord(boolean truth) {
        if (dialect.supports(Capability.NATIVE_BOOLEAN)) {
            return truth ? "true" : "false";
        }
        return truth ? "1" : "0";
    }

    @Override
    public void visitVerbatim(Verbatim<?> verbatim) {
        out.append(verbatim.sql());
    }

    // ---- operands

    /**
     * Writes two operands with an operator between them; a parameter of no type takes that of the other side. An operator
     * that PostgreSQL wants in parentheses inside another operation gets them.
     */
    protected final void infix(Operator operator, Expr<?> left, Expr<?> right) {
        boolean parentheses = operator.eager() && inOperation;
        boolean before = beginOperation();
        if (parentheses) {
            out.append('(');
        }
        operand(left, operator, right);
        out.append(' ').append(operator.sql()).append(' ');
        operand(right, operator, left);
        if (parentheses) {
            out.append(')');
        }
        endOperation(before);
    }

    /** Says that what follows are operands; what it gives is for {@link #endOperation}. */
    protected final boolean beginOperation() {
        boolean before = inOperation;
        inOperation = true;
        return before;
    }

    /** Says that the operands are written. */
    protected final void endOperation(boolean before) {
        inOperation = before;
    }

    /** Writes an operand, in parentheses if needed. */
    protected final void operand(Expr<?> operand, Operator outer, @Nullable Expr<?> sibling) {
        Expr<?> resolved = resolved(operand);
        if (resolved instanceof BindParameter<?> bind && !ruledBinds) {
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
        write(resolved);
        if (parentheses) {
            out.append(')');
        }
    }

    /** Names the next parameter after what it is compared with. */
    final void nameAfter(@Nullable Expr<?> sibling) {
        if (sibling instanceof Column<?> column) {
            compilation.hint(column.key());
        } else if (sibling instanceof Func<?> function) {
            compilation.hint(function.name());
        }
    }

    // ---- what stands for something else

    @Override
    public void visitUnresolved(Unresolved<?> unresolved) {
        write(resolved(unresolved));
    }

    @Override
    public void visitCustom(CustomNode node) {
        compilation.namesOthers();
        node.render(new NodeRendering(this, node));
    }

    // ---- what subclasses use

    /** Writes parts with commas between them. */
    protected final void list(List<? extends Node> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            write(parts.get(i));
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

    /** The type of an expression, or of its class, or else the given one. */
    final Type<?> typeOf(Expr<?> expression, Type<?> otherwise) {
        return types.typeOf(expression, otherwise);
    }

    /** The type of an expression, found where it was not declared. */
    final Type<?> foundType(Expr<?> expression) {
        return types.typeOf(expression);
    }

    /** Whether an expression is text. */
    protected final boolean isText(Expr<?> expression) {
        return types.typeOf(expression).family() == TypeFamily.STRING;
    }

    /** Whether values are written into the text. */
    protected final boolean literalValues() {
        return literalValues;
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

    /**
     * Whether a construct is written: where the database has it, unless a dialect leaves the answer to the server, some
     * version or extension of which may have what the dialect does not promise.
     */
    protected boolean writes(Capability construct) {
        return dialect.supports(construct);
    }

    /** The error for what the database can't do. */
    protected final CompileException unsupported(String what) {
        return unsupported(what, "write the statement without it, or ask dialect.supports(...) first");
    }

    /** The error for what the database can't do, with what to write instead. */
    protected final CompileException unsupported(String what, String instead) {
        return new CompileException(
                "ALU-0131",
                "the database can't do it: " + what + "; where: dialect " + dialect.name() + "; what to do: "
                        + instead);
    }
}
