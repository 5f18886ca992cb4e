package org.aludel.core.compiler;

import java.util.List;
import java.util.Map;
import org.aludel.errors.CompileException;
import org.aludel.schema.DdlElement;
import org.aludel.sql.BindParameter;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.Text;
import org.aludel.sql.spi.CustomNode;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;

/**
 * Compiles whole statements: queries, INSERT, UPDATE, DELETE, text, DDL. Dialects extend it and override the methods of
 * the constructs that they write differently.
 */
public class SqlCompiler extends UpdateCompiler {

    public SqlCompiler(Compilation compilation) {
        super(compilation);
    }

    /** Compiles the statement. */
    public final Compiled compile() {
        write();
        return compilation.compiled();
    }

    /** Compiles a statement, an expression or a definition for reading, with these sets of values. */
    public final CompiledSql print(List<? extends Map<String, ?>> parameterSets) {
        write();
        return new PrintedSql(compilation, parameterSets);
    }

    private void write() {
        write(compilation.node);
        with();
    }

    // ---- text and DDL

    @Override
    public void visitText(Text text) {
        compilation.namesOthers();
        for (Object piece : text.pieces()) {
            if (piece instanceof BindParameter<?> bind) {
                textBind(bind);
            } else {
                out.append((String) piece);
            }
        }
    }

    /** In text nobody knows what stands before the list: an empty one is a query of no rows, which IN and NOT IN take. */
    private void textBind(BindParameter<?> bind) {
        if (!bind.isExpanding()) {
            visitBind(bind);
            return;
        }
        boolean open = isParenthesisOpen();
        out.append(open ? "" : "(");
        compilation.slot(bind, bind.type());
        Compilation.Mark mark = compilation.mark();
        write(noRows(bind.type()));
        Compilation.Fragment empty = compilation.cut(mark);
        compilation.expansions.add(new Compiled.Expansion(out.length(), empty.text()));
        out.append(open ? "" : ")");
    }

    /** Whether the last character that is not blank opens a parenthesis. */
    private boolean isParenthesisOpen() {
        int last = out.length() - 1;
        while (last >= 0 && Character.isWhitespace(out.charAt(last))) {
            last--;
        }
        return last >= 0 && out.charAt(last) == '(';
    }

    private static Select noRows(Type<?> type) {
        // a null without a type is text to PostgreSQL, and no operand at all to Derby
        Expr<?> nothing =
                type instanceof UnknownType<?> ? Sql.cast(Sql.null_(), Types.INTEGER) : Sql.cast(Sql.null_(), type);
        return Sql.select(nothing)
                .where(Sql.literalColumn("1", Types.INTEGER).ne(Sql.literalColumn("1", Types.INTEGER)));
    }

    @Override
    public void visitDdl(DdlElement element) {
        compilation.kind = Compiled.Kind.DDL;
        element.accept(dialect.ddlCompiler(this));
    }

    /** An expression of a definition, with or without a direction, its values as literals. */
    public final String definition(Node part) {
        return written(() -> withLiterals(() -> withBareColumns(() -> write(part))));
    }

    /** What a construct of a definition writes, its values as literals. */
    final String construct(java.util.function.Consumer<CustomNode.Rendering> work) {
        return written(() -> withLiterals(() -> work.accept(new NodeRendering(this, compilation.node))));
    }

    private String written(Runnable work) {
        int start = out.length();
        work.run();
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }

    /** Appends text. */
    public final void append(String sql) {
        out.append(sql);
    }

    /** The error for what the database can't do. */
    public final CompileException cannot(String what) {
        return unsupported(what);
    }

    /** Whether the type of a parameter is known. */
    protected static boolean isKnown(Type<?> type) {
        return !(type instanceof UnknownType<?>);
    }
}
