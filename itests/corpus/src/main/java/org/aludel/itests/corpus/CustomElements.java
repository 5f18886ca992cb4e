package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.CompileException;
import org.aludel.sql.AbstractStatement;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Sql;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Elements that sources define, with the rules that compile them. */
final class CustomElements {

    private static final Pattern PART = Pattern.compile("\u0001(\\d+)\u0002");

    private CustomElements() {}

    /** The reference system's name of a dialect. */
    static String name(String dialect) {
        return dialect.equals("standard") ? "default" : dialect;
    }

    /** An expression of a class. */
    static Object expression(PyInstance instance, Args arguments) {
        List<Expr<?>> clauses = new ArrayList<>();
        if (!instance.type().isA("ColumnElement") || instance.type().isA("FunctionElement")) {
            arguments.all().forEach(argument -> clauses.add(Convert.expr(argument)));
        }
        instance.attributes().putIfAbsent("clauses", clauses);
        return new Expression(instance, clauses);
    }

    /** The compiler as rules see it, outside of a compilation: for the names of types. */
    static Namespace compiler(Dialect dialect) {
        return compiler(dialect, new ArrayList<>());
    }

    private static Namespace compiler(Dialect dialect, List<Node> parts) {
        return word -> switch (word) {
            case "process" -> (Callable) arguments -> processed(dialect, arguments, parts);
            case "visit_function" -> (Callable) arguments -> function(arguments.at(0), dialect, parts);
            case "preparer", "identifier_preparer" ->
                (Namespace) name -> (Callable) arguments -> quoted(dialect, arguments);
            case "sql_compiler" -> compiler(dialect, parts);
            case "dialect" -> (Namespace) name -> name(dialect.name());
            case "quote" -> (Callable) arguments -> quoted(dialect, arguments);
            default -> throw new Gap("compiler." + word);
        };
    }

    private static String quoted(Dialect dialect, Args arguments) {
        Object name = arguments.at(0);
        return ((CoreDialect) dialect)
                .identifiers()
                .quote(name instanceof Node ? dialect.toSql((Node) name) : String.valueOf(name));
    }

    private static Object processed(Dialect dialect, Args arguments, List<Node> parts) {
        Object part = arguments.at(0);
        if (part instanceof List<?> list) {
            List<String> all = new ArrayList<>();
            list.forEach(one -> all.add(mark((Node) Objects.requireNonNull(one), parts)));
            return String.join(", ", all);
        }
        if (part instanceof Type<?> type) {
            return ((CoreDialect) dialect).typeNames().columnName(type);
        }
        Node node = (Node) Objects.requireNonNull(part);
        return arguments.flag("literal_binds") ? dialect.compile(node).inlined() : mark(node, parts);
    }

    /** A piece of text that stands for a part until the whole is written. */
    private static String mark(Node node, List<Node> parts) {
        parts.add(node);
        return "\u0001" + (parts.size() - 1) + "\u0002";
    }

    private static Object function(@Nullable Object element, Dialect dialect, List<Node> parts) {
        Expression expression = (Expression) Objects.requireNonNull(element);
        return expression.attribute("name") + "(" + processed(dialect, Args.of(expression.attribute("clauses")), parts)
                + ")";
    }

    private static void write(PyInstance instance, Object element, CustomNode.Rendering rendering) {
        String dialect = name(rendering.dialect());
        Callable rule = CustomClasses.rule(instance.type(), dialect);
        if (rule == null) {
            throw new CompileException("ALU-0000", instance.type() + " has no rule for " + dialect);
        }
        List<Node> parts = new ArrayList<>();
        Dialect known = Objects.requireNonNull(new Configurations().named(dialect));
        String text = String.valueOf(rule.call(Args.of(element, compiler(known, parts))));
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find()) {
            rendering.append(text.substring(end, matcher.start()));
            rendering.append(parts.get(Integer.parseInt(matcher.group(1))));
            end = matcher.end();
        }
        rendering.append(text.substring(end));
    }

    private static void children(PyInstance instance, Consumer<? super Node> action) {
        for (Object value : instance.attributes().values()) {
            if (value instanceof Node node) {
                action.accept(node);
            } else if (value instanceof List<?> list) {
                list.stream().filter(one -> one instanceof Node).forEach(one -> action.accept((Node) one));
            }
        }
    }

    /** An expression. */
    record Expression(PyInstance instance, List<Expr<?>> clauses) implements Expr<Object>, CustomNode, Namespace {

        @Override
        public @Nullable Object attribute(String name) {
            return instance.attribute(name);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Type<Object> type() {
            Object type = instance.attribute("type");
            return (Type<Object>) (type == null ? Types.UNKNOWN : Convert.type(type));
        }

        @Override
        public void render(Rendering rendering) {
            write(instance, this, rendering);
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            children(instance, action);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {
            writer.atom(instance);
        }
    }

    /** A statement or definition. */
    static final class Statement extends AbstractStatement implements CustomNode, Namespace {

        private final PyInstance instance;

        Statement(PyInstance instance) {
            this.instance = instance;
        }

        @Override
        public @Nullable Object attribute(String name) {
            return instance.attribute(name);
        }

        @Override
        public void render(Rendering rendering) {
            write(instance, this, rendering);
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            children(instance, action);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {
            writer.atom(instance);
        }
    }

    /** Selects one expression, as printing it alone does. */
    static Object selected(Expr<?> expression) {
        return Sql.select(expression);
    }
}
