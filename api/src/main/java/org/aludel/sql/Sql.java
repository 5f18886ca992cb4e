package org.aludel.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.ForeignKeySpec;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.FunctionTypes;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.OrderedArgument;
import org.aludel.sql.tree.QuantifiedArray;
import org.aludel.sql.tree.RowId;
import org.aludel.sql.tree.SimpleCase;
import org.aludel.sql.tree.Tuple;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Statements, expressions and schema items, for static import.
 *
 * <pre>{@code
 * Select s = select(users.c("id"), name).where(name.like("%ed%")).orderBy(name.desc()).limit(10);
 * }</pre>
 *
 * @since 0.1
 */
public final class Sql {

    private Sql() {}

    // ---- statements

    /** A select of expressions, tables (all their columns) or entities. */
    public static Select select(Selectable... columns) {
        return Select.of(List.of(columns));
    }

    /** A select of a list made at run time. */
    public static Select select(List<? extends Selectable> columns) {
        return Select.of(columns);
    }

    public static Insert insert(Table table) {
        return Insert.into(table);
    }

    public static Update update(Table table) {
        return Update.of(table);
    }

    /** An update of a table under another name. */
    public static Update update(TableAlias alias) {
        return Update.of(alias);
    }

    public static Delete delete(Table table) {
        return Delete.from(table);
    }

    /** A delete from a table under another name. */
    public static Delete delete(TableAlias alias) {
        return Delete.from(alias);
    }

    /**
     * An insert that updates the row if it is there already:
     * {@code upsert(users).set(name, "ed").onConflict("name").update(name)}.
     */
    public static Insert upsert(Table table) {
        return Insert.upsert(table);
    }

    /** In an upsert, the value that the new row has for a column. */
    public static <T> Expr<T> excluded(Column<T> column) {
        return new Excluded<>(column);
    }

    /** SQL as text, with parameters written {@code :name}. */
    public static Text text(String sql) {
        return Text.of(sql);
    }

    public static CompoundSelect union(QueryExpression first, QueryExpression... others) {
        return first.union(others);
    }

    public static CompoundSelect unionAll(QueryExpression first, QueryExpression... others) {
        return first.unionAll(others);
    }

    public static CompoundSelect intersect(QueryExpression first, QueryExpression... others) {
        return first.intersect(others);
    }

    public static CompoundSelect intersectAll(QueryExpression first, QueryExpression... others) {
        return first.intersectAll(others);
    }

    public static CompoundSelect exceptAll(QueryExpression first, QueryExpression... others) {
        return first.exceptAll(others);
    }

    public static CompoundSelect except(QueryExpression first, QueryExpression... others) {
        return first.except(others);
    }

    // ---- values

    /** A value as a parameter; null as the keyword NULL. */
    @SuppressWarnings("unchecked")
    public static <T> Expr<T> literal(@Nullable T value) {
        if (value == null) {
            return (Expr<T>) Constant.NULL;
        }
        return BindParameter.of((Type<T>) Types.of(value.getClass()), value);
    }

    /** A value of a type as a parameter. */
    public static <T> Expr<T> literal(@Nullable T value, Type<T> type) {
        return BindParameter.of(type, value);
    }

    /** A value as a parameter that is shown nowhere: not in logs, not in the messages of exceptions. */
    public static <T> BindParameter<T> sensitive(T value) {
        return BindParameter.<T>of(typeOf(value), value).sensitive();
    }

    @SuppressWarnings("unchecked")
    private static <T> Type<T> typeOf(T value) {
        return (Type<T>) Types.of(value.getClass());
    }

    /**
     * The address that the database gives to each row of a table or alias: {@code ctid}, {@code ROWID}, {@code _ROWID_},
     * {@code RDB$DB_KEY}. It may change when the row is written. A database without one refuses it when the statement is
     * compiled.
     */
    public static Expr<Object> rowId(FromItem from) {
        return RowId.of(from);
    }

    /** SQL text as an expression of a type, rendered as it is. */
    public static <T> Expr<T> literalColumn(String sql, Type<T> type) {
        return new Verbatim<>(sql, type);
    }

    /** A parameter whose value is given at execution. */
    public static <T> BindParameter<T> bind(String name, Type<T> type) {
        return BindParameter.named(name, type);
    }

    /** A parameter whose value is given at execution; its type is that of what it is compared with. */
    public static BindParameter<Object> bind(String name) {
        return BindParameter.named(name, Types.UNKNOWN);
    }

    /** A parameter whose value is computed at each execution. */
    public static <T> BindParameter<T> bind(Type<T> type, Supplier<? extends @Nullable T> value) {
        return BindParameter.computed(type, value);
    }

    /**
     * Names and values of parameters, in order, null allowed.
     *
     * @throws ArgumentException ALU-0116 if names and values do not come in pairs
     */
    public static Map<String, @Nullable Object> params(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw unpaired(namesAndValues);
        }
        Map<String, @Nullable Object> params = NamedValues.of(namesAndValues);
        if (params == null) {
            throw unpaired(namesAndValues);
        }
        return params;
    }

    private static ArgumentException unpaired(@Nullable Object[] given) {
        return new ArgumentException(
                "ALU-0116",
                "names and values must come in pairs; where: params(" + Arrays.toString(given)
                        + "); what to do: write params(\"name\", value, ...)");
    }

    /** NULL. */
    public static Expr<Object> null_() {
        return Constant.NULL;
    }

    /** TRUE. */
    public static Expr<Boolean> true_() {
        return Constant.TRUE;
    }

    /** FALSE. */
    public static Expr<Boolean> false_() {
        return Constant.FALSE;
    }

    // ---- conditions

    /** The opposite of a condition. */
    public static Condition not(Condition condition) {
        return Not.of(condition);
    }

    /** The opposite of a boolean expression. */
    public static Condition not(Expr<Boolean> condition) {
        return Not.of(condition);
    }

    /** All hold. */
    public static Condition and(Condition... conditions) {
        return Junction.of(Operator.AND, List.of(conditions));
    }

    /** All hold; TRUE among them is left out, FALSE is all that is left. */
    public static Condition and(List<? extends Expr<Boolean>> conditions) {
        return Junction.of(Operator.AND, conditions);
    }

    /** One of them holds. */
    public static Condition or(Condition... conditions) {
        return Junction.of(Operator.OR, List.of(conditions));
    }

    /** One of them holds; FALSE among them is left out, TRUE is all that is left. */
    public static Condition or(List<? extends Expr<Boolean>> conditions) {
        return Junction.of(Operator.OR, conditions);
    }

    /** Any of the elements of an array, after a comparison operator. */
    public static <E> Expr<E> any(Expr<? extends List<E>> array) {
        return quantified("ANY", array);
    }

    /** Any of the values of a query, after a comparison operator. */
    public static <E> Expr<E> any(QueryExpression query) {
        return query.any();
    }

    /** All of the elements of an array, after a comparison operator. */
    public static <E> Expr<E> all(Expr<? extends List<E>> array) {
        return quantified("ALL", array);
    }

    /** All of the values of a query, after a comparison operator. */
    public static <E> Expr<E> all(QueryExpression query) {
        return query.all();
    }

    private static <E> Expr<E> quantified(String quantifier, Expr<? extends List<E>> array) {
        Type<E> type = ArrayExpr.elementType(array.type());
        return new QuantifiedArray<>(quantifier, array, type);
    }

    /** An array, for what can be done with its elements: {@code elements(tags).contains(List.of("a"))}. */
    public static <E> ArrayExpr<E> elements(Expr<? extends List<E>> array) {
        return new ArrayExpr<>(array);
    }

    /** Whether the query has a row. */
    public static Exists exists(QueryExpression query) {
        return query.exists();
    }

    /** Whether there are rows: {@code exists().where(orders.c("customer_id").eq(id))}. */
    public static Exists exists() {
        return new Exists(Select.of(List.of(new Verbatim<>("*", Types.UNKNOWN))), false);
    }

    /** Whether there are rows, written with something else than {@code *}. */
    public static Exists exists(Selectable... columns) {
        return new Exists(Select.of(List.of(columns)), false);
    }

    /** Rows of values in FROM: {@code values(column("id", INTEGER)).named("v").data(List.of(1), List.of(2))}. */
    public static RowValues values(Column<?>... columns) {
        return RowValues.of(columns);
    }

    /** A column of the select, by its label, for an order: {@code label("total").desc()}. */
    public static LabelReference label(String name) {
        return new LabelReference(name);
    }

    /** What rows are ordered by, downwards. */
    public static Order desc(Expr<?> expression) {
        return expression.desc();
    }

    /** What rows are ordered by, upwards. */
    public static Order asc(Expr<?> expression) {
        return expression.asc();
    }

    /** An argument of an aggregate function with an order: {@code func("array_agg", aggregateOrderBy(a, b.desc()))}. */
    public static <T> OrderedArgument<T> aggregateOrderBy(Expr<T> argument, Ordering... order) {
        return new OrderedArgument<>(argument, List.of(order));
    }

    /** Several expressions compared as one. */
    public static Tuple tuple(Expr<?>... members) {
        return new Tuple(List.of(members));
    }

    // ---- functions

    /** A call of any function, typed by what it is assigned to; known functions know their types. */
    @SuppressWarnings("unchecked")
    public static <T> Func<T> func(String name, @Nullable Object... arguments) {
        List<Expr<?>> operands = operands(arguments);
        Type<?> type = FunctionTypes.of(name, operands);
        return (Func<T>) new Func<>(name, operands, type);
    }

    /** A call of any function, with the type of its result. */
    public static <T> Func<T> func(String name, Type<T> type, @Nullable Object... arguments) {
        return new Func<>(name, operands(arguments), type);
    }

    private static List<Expr<?>> operands(@Nullable Object[] arguments) {
        List<Expr<?>> operands = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            if (argument instanceof QueryExpression query) {
                operands.add(query.asScalar());
            } else if (argument instanceof Expr<?> expression) {
                operands.add(expression);
            } else {
                operands.add(argument == null ? Constant.NULL : BindParameter.of(Types.UNKNOWN, argument));
            }
        }
        return List.copyOf(operands);
    }

    /** {@code count(*)}. */
    public static Func<Long> count() {
        return new Func<>("count", List.of(new Verbatim<>("*", Types.UNKNOWN)), Types.BIGINT);
    }

    public static Func<Long> count(Expr<?> expression) {
        return new Func<>("count", List.of(expression), Types.BIGINT);
    }

    public static <T> Func<T> sum(Expr<T> expression) {
        return new Func<>("sum", List.of(expression), expression.type());
    }

    public static <T> Func<T> min(Expr<T> expression) {
        return new Func<>("min", List.of(expression), expression.type());
    }

    public static <T> Func<T> max(Expr<T> expression) {
        return new Func<>("max", List.of(expression), expression.type());
    }

    public static Func<BigDecimal> avg(Expr<?> expression) {
        return new Func<>("avg", List.of(expression), Types.NUMERIC);
    }

    public static Func<String> lower(Expr<?> expression) {
        return new Func<>("lower", List.of(expression), Types.STRING);
    }

    public static Func<String> upper(Expr<?> expression) {
        return new Func<>("upper", List.of(expression), Types.STRING);
    }

    /** The first that is not null. */
    public static <T> Func<T> coalesce(Expr<T> first, Expr<?>... others) {
        List<Expr<?>> arguments = new ArrayList<>();
        arguments.add(first);
        arguments.addAll(List.of(others));
        return new Func<>("coalesce", List.copyOf(arguments), first.type());
    }

    /** The expression, or a value where it is null. */
    public static <T> Func<T> coalesce(Expr<T> first, T otherwise) {
        return new Func<>("coalesce", List.of(first, Expressions.value(first, otherwise)), first.type());
    }

    /** CASE: {@code case_(age.gt(60), "old").when(age.gt(30), "grown").otherwise("young")}. */
    @SuppressWarnings("unchecked")
    public static <T> Case<T> case_(Expr<Boolean> condition, @Nullable T value) {
        Expr<?> result = value == null ? Constant.NULL : BindParameter.of(Types.UNKNOWN, value);
        return new Case<>(null, List.of(new Case.Branch(condition, result)), null, (Type<T>) result.type());
    }

    public static <T> Case<T> case_(Expr<Boolean> condition, Expr<T> value) {
        return new Case<>(null, List.of(new Case.Branch(condition, value)), null, value.type());
    }

    /** CASE over one expression: {@code caseOf(status).when(1, "new").otherwise("old")}. */
    public static <S> SimpleCase.Subject<S> caseOf(Expr<S> expression) {
        return new SimpleCase.Subject<>(expression);
    }

    /** An expression in a collation. */
    public static <T> Expr<T> collate(Expr<T> expression, String collation) {
        return expression.collate(collation);
    }

    /** Only different values, inside an aggregate function. */
    public static <T> Expr<T> distinct(Expr<T> expression) {
        return expression.distinct();
    }

    public static <T> Cast<T> cast(Expr<?> expression, Type<T> type) {
        return new Cast<>(expression, type);
    }

    /** An expression taken as another type, without a change in SQL. */
    public static <T> TypeCoerce<T> typeCoerce(Expr<?> expression, Type<T> type) {
        return new TypeCoerce<>(expression, type);
    }

    /** A field of a date or time: {@code extract("year", created)}. */
    public static Extract extract(String field, Expr<?> expression) {
        return new Extract(field, expression);
    }

    // ---- locks

    /** FOR UPDATE. */
    public static LockMode forUpdate() {
        return LockMode.UPDATE;
    }

    /** FOR SHARE. */
    public static LockMode forShare() {
        return LockMode.SHARE;
    }

    /** FOR UPDATE NOWAIT. */
    public static LockMode nowait() {
        return LockMode.UPDATE.withNowait();
    }

    /** FOR UPDATE SKIP LOCKED. */
    public static LockMode skipLocked() {
        return LockMode.UPDATE.withSkipLocked();
    }

    // ---- schema

    /** A column, for the definition of a table or, by itself, for a name in a statement. */
    public static <T> Column<T> column(String name, Type<T> type) {
        return Column.of(name, type);
    }

    /** A column of which only the name is known. */
    public static Column<Object> column(String name) {
        return Column.of(name, Types.UNKNOWN);
    }

    /** What happens to referring rows when the row they refer to is deleted. */
    public static ForeignKeyOption onDelete(ForeignKeyAction action) {
        return ForeignKeyOption.onDelete(action);
    }

    /** What happens to referring rows when the key they refer to changes. */
    public static ForeignKeyOption onUpdate(ForeignKeyAction action) {
        return ForeignKeyOption.onUpdate(action);
    }

    /** A foreign key that may be checked at commit. */
    public static ForeignKeyOption deferrable() {
        return ForeignKeyOption.deferrable(false);
    }

    /** A foreign key that is checked at commit. */
    public static ForeignKeyOption initiallyDeferred() {
        return ForeignKeyOption.deferrable(true);
    }

    /** A primary key of several columns. */
    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, List.of(columns));
    }

    /** A foreign key of several columns: {@code foreignKey("a", "b").references("t.a", "t.b")}. */
    public static ForeignKeySpec foreignKey(String... columns) {
        return new ForeignKeySpec(List.of(columns));
    }

    /** Columns that are unique together. */
    public static UniqueConstraint unique(String... columns) {
        return new UniqueConstraint(null, List.of(columns), false, false);
    }

    /** A condition that every row must meet. */
    public static CheckConstraint check(String sql) {
        return new CheckConstraint(null, Text.of(sql));
    }

    /** A condition that every row must meet. */
    public static CheckConstraint check(Expr<Boolean> condition) {
        return new CheckConstraint(null, condition);
    }

    /** An index over columns. */
    public static Index index(String name, String... columns) {
        return Index.over(name, columns);
    }

    /** A definition or another statement as text, to be run as it is. */
    public static DdlElement.Raw ddl(String sql) {
        return new DdlElement.Raw(sql);
    }

    /** A name that is always, or never, in quotes, for use wherever a name may stand. */
    public static String quotedName(String name, boolean quoted) {
        return QuotedName.of(name, quoted);
    }
}
