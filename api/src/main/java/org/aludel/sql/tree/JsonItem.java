package org.aludel.sql.tree;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;

/**
 * A part of a JSON document: as JSON, or as a value of another type.
 *
 * <pre>{@code
 * document.item("address").item("city").asText().eq("Paris")
 * document.path("tags", 0).asInteger().gt(5)
 * }</pre>
 *
 * @param document a document, or a part of one
 * @param key a name, a number, or the steps of a path
 * @param path whether the key is a path
 * @param form what comes out
 * @param type type of what comes out
 *
 * @since 0.1
 */
public record JsonItem<T>(Expr<?> document, Expr<?> key, boolean path, Form form, Type<T> type) implements Expr<T> {

    /** What comes out of a document. */
    public enum Form {
        /** JSON again. */
        JSON,
        /** Text, without quotes. */
        TEXT,
        /** A value of the item's type. */
        VALUE
    }

    /** A member by name. */
    public static JsonItem<String> of(Expr<?> document, String name) {
        return of(document, BindParameter.of(Types.STRING, name), false);
    }

    /** An element by number, from 0. */
    public static JsonItem<String> of(Expr<?> document, int number) {
        return of(document, BindParameter.of(Types.INTEGER, number), false);
    }

    /** A member by an expression that gives its name or number. */
    public static JsonItem<String> of(Expr<?> document, Expr<?> key) {
        return of(document, key, false);
    }

    /** A part by its path: names and numbers. */
    public static JsonItem<String> ofPath(Expr<?> document, List<?> steps) {
        return of(document, BindParameter.of(Types.UNKNOWN, List.copyOf(steps)), true);
    }

    @SuppressWarnings("unchecked")
    private static JsonItem<String> of(Expr<?> document, Expr<?> key, boolean path) {
        boolean json =
                document.type().family() == TypeFamily.JSON && document.type().javaType() == (Class<?>) String.class;
        Type<String> type = json ? (Type<String>) document.type() : Types.JSON;
        return new JsonItem<>(document, key, path, Form.JSON, type);
    }

    /** The item as text, without the quotes of JSON. */
    public JsonItem<String> asText() {
        return as(Form.TEXT, Types.TEXT);
    }

    /** The item as a string. */
    public JsonItem<String> asString() {
        return as(Form.VALUE, Types.STRING);
    }

    /** The item as a whole number. */
    public JsonItem<Integer> asInteger() {
        return as(Form.VALUE, Types.INTEGER);
    }

    /** The item as a floating point number. */
    public JsonItem<Double> asFloat() {
        return as(Form.VALUE, Types.DOUBLE);
    }

    /** The item as a decimal number. */
    public JsonItem<BigDecimal> asNumeric(int precision, int scale) {
        return as(Form.VALUE, Types.numeric(precision, scale));
    }

    /** The item as a truth value. */
    public JsonItem<Boolean> asBoolean() {
        return as(Form.VALUE, Types.BOOLEAN);
    }

    /** The item as JSON, which it is from the start. */
    public JsonItem<String> asJson() {
        return as(Form.JSON, Types.JSON);
    }

    private <R> JsonItem<R> as(Form form, Type<R> type) {
        return new JsonItem<>(document, key, path, form, type);
    }

    /** The operator that it is outside. */
    public Operator operator() {
        return path ? Operator.JSON_PATH : Operator.JSON_ITEM;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitJsonItem(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(document);
        action.accept(key);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(path);
        writer.atom(form);
        writer.atom(type);
    }
}
