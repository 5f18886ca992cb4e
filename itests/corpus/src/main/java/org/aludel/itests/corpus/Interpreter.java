package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the syntax tree of a source. What names, operators and attributes mean is said elsewhere. */
final class Interpreter {

    private final Scope scope;

    Interpreter(Scope scope) {
        this.scope = scope;
    }

    /** A return from a function. */
    private static final class Returned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Object value;

        Returned(@Nullable Object value) {
            super(null, null, false, false);
            this.value = value;
        }
    }

    /** Runs statements; gives the value of the last expression. */
    @Nullable
    Object run(List<Map<String, @Nullable Object>> body) {
        Object last = null;
        for (Map<String, @Nullable Object> statement : body) {
            last = execute(statement);
        }
        return last;
    }

    private @Nullable Object execute(Map<String, @Nullable Object> node) {
        switch (kind(node)) {
            case "Expr" -> {
                return eval(node.get("value"));
            }
            case "Assign" -> {
                Object value = eval(node.get("value"));
                JsonFiles.list(node.get("targets")).forEach(target -> assign(JsonFiles.object(target), value));
            }
            case "ClassDef" -> scope.put(text(node, "name"), classOf(node));
            case "FunctionDef" -> {
                Object function = function(node);
                for (Object decorator : JsonFiles.list(node.get("decorator_list"))) {
                    function = Attributes.call(eval(decorator), Args.of(function));
                }
                scope.put(text(node, "name"), function);
            }
            case "If" -> executeAll(node.get(PyValues.isTrue(eval(node.get("test"))) ? "body" : "orelse"));
            case "Return" -> throw new Returned(node.get("value") == null ? null : eval(node.get("value")));
            case "Pass" -> {}
            default -> throw new Gap("statement " + kind(node));
        }
        return null;
    }

    private void executeAll(@Nullable Object body) {
        JsonFiles.list(body).forEach(statement -> execute(JsonFiles.object(statement)));
    }

    private void assign(Map<String, @Nullable Object> target, @Nullable Object value) {
        switch (kind(target)) {
            case "Name" -> scope.put(text(target, "id"), value);
            case "Attribute" -> {
                if (!(eval(target.get("value")) instanceof PyInstance instance)) {
                    throw new Gap("assignment to an attribute");
                }
                instance.attributes().put(text(target, "attr"), value);
            }
            case "Tuple", "List" -> {
                List<@Nullable Object> targets = JsonFiles.list(target.get("elts"));
                List<@Nullable Object> values = new ArrayList<>(PyValues.iterable(value));
                for (int i = 0; i < targets.size(); i++) {
                    assign(JsonFiles.object(targets.get(i)), values.get(i));
                }
            }
            default -> throw new Gap("assignment to " + kind(target));
        }
    }

    private PyClass classOf(Map<String, @Nullable Object> node) {
        List<@Nullable Object> bases = new ArrayList<>();
        JsonFiles.list(node.get("bases")).forEach(base -> bases.add(eval(base)));
        Scope inside = new Scope(scope);
        Interpreter interpreter = new Interpreter(inside);
        PyClass made = new PyClass(text(node, "name"), bases);
        for (Object statement : JsonFiles.list(node.get("body"))) {
            Map<String, @Nullable Object> member = JsonFiles.object(statement);
            interpreter.execute(member);
            for (String name : defined(member)) {
                made.members().put(name, inside.get(name));
            }
        }
        CustomClasses.defined(made);
        return made;
    }

    private static List<String> defined(Map<String, @Nullable Object> statement) {
        List<String> names = new ArrayList<>();
        if (statement.get("name") != null) {
            names.add(text(statement, "name"));
        }
        for (Object target : JsonFiles.list(statement.get("targets"))) {
            names.add(text(JsonFiles.object(target), "id"));
        }
        return names;
    }

    private Callable function(Map<String, @Nullable Object> node) {
        Map<String, @Nullable Object> parameters = JsonFiles.object(node.get("args"));
        boolean lambda = kind(node).equals("Lambda");
        return arguments -> {
            Scope inside = new Scope(scope);
            bind(parameters, arguments, inside);
            Interpreter body = new Interpreter(inside);
            if (lambda) {
                return body.eval(node.get("body"));
            }
            try {
                body.executeAll(node.get("body"));
                return null;
            } catch (Returned returned) {
                return returned.value;
            }
        };
    }

    private void bind(Map<String, @Nullable Object> parameters, Args arguments, Scope inside) {
        List<@Nullable Object> names = JsonFiles.list(parameters.get("args"));
        List<@Nullable Object> defaults = JsonFiles.list(parameters.get("defaults"));
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(arguments.named());
        for (int i = 0; i < names.size(); i++) {
            String name = text(JsonFiles.object(names.get(i)), "arg");
            int byDefault = i - (names.size() - defaults.size());
            if (arguments.has(i, name)) {
                inside.put(name, arguments.at(i, name));
            } else if (byDefault >= 0) {
                inside.put(name, eval(defaults.get(byDefault)));
            } else {
                throw new Gap("argument " + name + " is missing");
            }
            rest.remove(name);
        }
        Object several = parameters.get("vararg");
        if (several != null) {
            inside.put(
                    text(JsonFiles.object(several), "arg"),
                    new PyTuple(arguments.from(names.size()).all()));
        }
        Object named = parameters.get("kwarg");
        if (named != null) {
            inside.put(text(JsonFiles.object(named), "arg"), rest);
        }
    }

    /** The value of an expression. */
    @Nullable
    Object eval(@Nullable Object expression) {
        Map<String, @Nullable Object> node = JsonFiles.object(expression);
        return switch (kind(node)) {
            case "Constant" -> constant(node);
            case "Name" -> scope.get(text(node, "id"));
            case "Attribute" -> Attributes.get(eval(node.get("value")), text(node, "attr"));
            case "Call" -> call(node);
            case "Compare" -> compare(node);
            case "BinOp" ->
                Operators.binary(
                        kind(JsonFiles.object(node.get("op"))), eval(node.get("left")), eval(node.get("right")));
            case "UnaryOp" -> Operators.unary(kind(JsonFiles.object(node.get("op"))), eval(node.get("operand")));
            case "BoolOp" -> logical(node);
            case "List" -> elements(node.get("elts"));
            case "Tuple" -> new PyTuple(elements(node.get("elts")));
            case "Set" -> new LinkedHashSet<>(elements(node.get("elts")));
            case "Dict" -> dictionary(node);
            case "Subscript" -> Operators.item(eval(node.get("value")), slice(node.get("slice")));
            case "Lambda" -> function(node);
            case "IfExp" -> eval(node.get(PyValues.isTrue(eval(node.get("test"))) ? "body" : "orelse"));
            case "ListComp", "GeneratorExp", "SetComp" -> comprehension(node);
            case "JoinedStr" -> joined(node);
            case "FormattedValue" -> PyValues.text(eval(node.get("value")));
            default -> throw new Gap("expression " + kind(node));
        };
    }

    private static @Nullable Object constant(Map<String, @Nullable Object> node) {
        if (node.containsKey("float")) {
            return Double.valueOf(text(node, "float"));
        }
        if (node.containsKey("int")) {
            return new java.math.BigInteger(text(node, "int"));
        }
        if (node.containsKey("bytes")) {
            return HexFormat.of().parseHex(text(node, "bytes"));
        }
        return node.get("value");
    }

    private @Nullable Object call(Map<String, @Nullable Object> node) {
        Map<String, @Nullable Object> function = JsonFiles.object(node.get("func"));
        Args arguments = arguments(node);
        if (kind(function).equals("Attribute")) {
            return Attributes.callMethod(eval(function.get("value")), text(function, "attr"), arguments);
        }
        return Attributes.call(eval(function), arguments);
    }

    private Args arguments(Map<String, @Nullable Object> node) {
        List<@Nullable Object> positional = elements(node.get("args"));
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (Object one : JsonFiles.list(node.get("keywords"))) {
            Map<String, @Nullable Object> keyword = JsonFiles.object(one);
            Object value = eval(keyword.get("value"));
            if (keyword.get("arg") != null) {
                named.put(text(keyword, "arg"), value);
            } else {
                named.putAll(JsonFiles.object(value));
            }
        }
        return new Args(positional, named);
    }

    private List<@Nullable Object> elements(@Nullable Object nodes) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object one : JsonFiles.list(nodes)) {
            Map<String, @Nullable Object> node = JsonFiles.object(one);
            if (kind(node).equals("Starred")) {
                values.addAll(PyValues.iterable(eval(node.get("value"))));
            } else {
                values.add(eval(node));
            }
        }
        return values;
    }

    private @Nullable Object compare(Map<String, @Nullable Object> node) {
        List<@Nullable Object> operators = JsonFiles.list(node.get("ops"));
        List<@Nullable Object> others = JsonFiles.list(node.get("comparators"));
        Object left = eval(node.get("left"));
        Object result = null;
        for (int i = 0; i < operators.size(); i++) {
            Object right = eval(others.get(i));
            result = Operators.compare(kind(JsonFiles.object(operators.get(i))), left, right);
            if (operators.size() > 1 && !PyValues.isTrue(result)) {
                return result;
            }
            left = right;
        }
        return result;
    }

    private @Nullable Object logical(Map<String, @Nullable Object> node) {
        boolean and = kind(JsonFiles.object(node.get("op"))).equals("And");
        Object value = null;
        for (Object operand : JsonFiles.list(node.get("values"))) {
            value = eval(operand);
            if (PyValues.isTrue(value) != and) {
                return value;
            }
        }
        return value;
    }

    private Map<@Nullable Object, @Nullable Object> dictionary(Map<String, @Nullable Object> node) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        List<@Nullable Object> keys = JsonFiles.list(node.get("keys"));
        List<@Nullable Object> values = JsonFiles.list(node.get("values"));
        for (int i = 0; i < keys.size(); i++) {
            map.put(eval(keys.get(i)), eval(values.get(i)));
        }
        return map;
    }

    private @Nullable Object slice(@Nullable Object expression) {
        Map<String, @Nullable Object> node = JsonFiles.object(expression);
        if (!kind(node).equals("Slice")) {
            return eval(node);
        }
        return new PySlice(
                node.get("lower") == null ? null : eval(node.get("lower")),
                node.get("upper") == null ? null : eval(node.get("upper")));
    }

    private List<@Nullable Object> comprehension(Map<String, @Nullable Object> node) {
        List<@Nullable Object> values = new ArrayList<>();
        Interpreter inside = new Interpreter(new Scope(scope));
        inside.generate(JsonFiles.list(node.get("generators")), 0, node.get("elt"), values);
        return values;
    }

    private void generate(
            List<@Nullable Object> generators, int depth, @Nullable Object element, Collection<@Nullable Object> into) {
        if (depth == generators.size()) {
            into.add(eval(element));
            return;
        }
        Map<String, @Nullable Object> generator = JsonFiles.object(generators.get(depth));
        for (Object value : PyValues.iterable(eval(generator.get("iter")))) {
            assign(JsonFiles.object(generator.get("target")), value);
            boolean wanted = true;
            for (Object condition : JsonFiles.list(generator.get("ifs"))) {
                wanted &= PyValues.isTrue(eval(condition));
            }
            if (wanted) {
                generate(generators, depth + 1, element, into);
            }
        }
    }

    private String joined(Map<String, @Nullable Object> node) {
        StringBuilder text = new StringBuilder();
        JsonFiles.list(node.get("values")).forEach(part -> text.append(eval(part)));
        return text.toString();
    }

    private static String kind(Map<String, @Nullable Object> node) {
        return String.valueOf(node.get("_"));
    }

    private static String text(Map<String, @Nullable Object> node, String field) {
        return String.valueOf(node.get(field));
    }
}
