package org.aludel.core.compiler;

import static org.aludel.sql.Sql.aggregateOrderBy;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.literalColumn;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.values;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Cte;
import org.aludel.sql.Join;
import org.aludel.sql.LabelStyle;
import org.aludel.sql.RowValues;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Traversal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries in full, in the SQL of the standard dialect. */
class QueriesTest {

    private final MetaData metadata = new MetaData();
    private final Table customer = metadata.table(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("credit", numeric(10, 2)));
    private final Table orders = metadata.table(
            "orders",
            column("id", INTEGER).primaryKey(),
            column("customer_id", INTEGER).references("customer.id"),
            column("status", string(20)));
    private final Table line = metadata.table(
            "line", column("order_id", INTEGER).primaryKey().references("orders.id"), column("quantity", INTEGER));
    private final Table transfer = metadata.table(
            "transfer",
            column("from_id", INTEGER).references("customer.id"),
            column("to_id", INTEGER).references("customer.id"));
    private final Column<Integer> id = customer.c("id");
    private final Column<String> name = customer.c("name");
    private final Column<BigDecimal> credit = customer.c("credit");
    private final Column<Integer> orderId = orders.c("id");
    private final Column<Integer> customerId = orders.c("customer_id");
    private final Column<String> status = orders.c("status");

    private static void sql(Statement statement, String expected) {
        assertThat(statement).hasToString(expected);
    }

    // ---- names of columns

    @Test
    @Tag("SQL-01")
    void namesThatAreTakenGetANumber() {
        sql(select(id, orderId), "SELECT customer.id, orders.id AS id_1 FROM customer, orders");
        sql(select(id, id), "SELECT customer.id, customer.id AS id__1 FROM customer");
        sql(select(id, customerId.label("id")), "SELECT customer.id, orders.customer_id AS id FROM customer, orders");
    }

    @Test
    @Tag("SQL-01")
    void namesMayTellTheTable() {
        Select both = select(id, orderId).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
        sql(both, "SELECT customer.id AS customer_id, orders.id AS orders_id FROM customer, orders");
        sql(
                select(both.as("b").c("orders_id")),
                "SELECT b.orders_id FROM (SELECT customer.id AS customer_id, orders.id AS orders_id"
                        + " FROM customer, orders) AS b");
        sql(select(id, orderId).setLabelStyle(LabelStyle.NONE), "SELECT customer.id, orders.id FROM customer, orders");
    }

    @Test
    @Tag("SQL-01")
    void expressionsWithoutALabelAreNamedOnceInTheWholeStatement() {
        Select inner = select(credit.times(2), credit.times(3));
        sql(
                select(inner.subquery()),
                "SELECT anon_1.anon_2, anon_1.anon_3 FROM (SELECT customer.credit * ? AS anon_2, customer.credit * ? AS"
                        + " anon_3 FROM customer) AS anon_1");
        sql(select(credit.label()), "SELECT customer.credit AS credit_1 FROM customer");
    }

    @Test
    @Tag("SQL-19")
    void namesThatAreMadeFitTheDatabase() {
        Select labelled = select(orders.c("customer_id")).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
        assertThat(StandardDialect.INSTANCE
                        .with(s -> s.labelLength(12))
                        .compile(labelled)
                        .sql())
                .isEqualTo("SELECT orders.customer_id AS orders_1 FROM orders");
    }

    @Test
    @Tag("SQL-01")
    void columnsAreAddedReplacedAndReduced() {
        sql(select(id).addColumns(name), "SELECT customer.id, customer.name FROM customer");
        sql(select(id).withOnlyColumns(orderId), "SELECT orders.id FROM orders");
        sql(select(id).withOnlyColumnsKeepingFrom(orderId), "SELECT orders.id FROM orders, customer");
        sql(
                select(line, orders.as("o")).reduceColumns(),
                "SELECT line.order_id, line.quantity, o.id, o.customer_id, o.status FROM line, orders AS o");
    }

    // ---- statements from optional parts

    @Test
    @Tag("SQL-02")
    void conditionsThatAreNotWantedLeaveNothing() {
        String wanted = null;
        List<Condition> conditions = new ArrayList<>();
        sql(
                select(id)
                        .whereIf(wanted != null, () -> name.eq(wanted))
                        .where(conditions.toArray(new Condition[0]))
                        .apply(s -> conditions.isEmpty() ? s.limit(5) : s),
                "SELECT customer.id FROM customer LIMIT ?");
    }

    @Test
    @Tag("SQL-04")
    void criteriaByNameAreAboutWhatWasJoinedLast() {
        sql(
                select(name).join(orders).filterBy("status", "new"),
                "SELECT customer.name FROM customer JOIN orders ON customer.id = orders.customer_id"
                        + " WHERE orders.status = ?");
        assertThatThrownBy(() -> select(literal(1)).filterBy("status", "new"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0163");
    }

    @Test
    @Tag("SQL-01")
    void textStandsInFrom() {
        sql(select(literalColumn("x", INTEGER)).from(text("generate_things()")), "SELECT x FROM generate_things()");
    }

    // ---- joins

    @Test
    @Tag("SQL-07")
    void joinsFindTheirLeftSide() {
        sql(
                select(name, orderId).join(orders),
                "SELECT customer.name, orders.id FROM customer JOIN orders ON customer.id = orders.customer_id");
        sql(
                select(id).joinFrom(customer, orders).outerJoin(line),
                "SELECT customer.id FROM customer JOIN orders ON customer.id = orders.customer_id"
                        + " LEFT OUTER JOIN line ON orders.id = line.order_id");
        assertThatThrownBy(() -> select(id).join(transfer)).hasMessageStartingWith("ALU-0107");
        assertThatThrownBy(() -> select(id).join(line)).hasMessageStartingWith("ALU-0106");
        assertThatThrownBy(() -> select(literal(1)).join(line)).hasMessageStartingWith("ALU-0109");
        assertThatThrownBy(() -> select(id, orderId).join(customer.as("c"), literal(true)))
                .hasMessageStartingWith("ALU-0162");
    }

    @Test
    @Tag("SQL-07")
    void aSubqueryIsJoinedAlongTheKeysOfItsColumns() {
        TableAlias placed = select(customerId).as("placed");
        sql(
                select(id).join(placed),
                "SELECT customer.id FROM customer JOIN (SELECT orders.customer_id AS customer_id FROM orders) AS placed"
                        + " ON customer.id = placed.customer_id");
    }

    @Test
    @Tag("SQL-07")
    void aJoinHasAliasesToo() {
        Join join = customer.join(orders);
        assertThat(join.c("orders_id").owner()).isSameAs(orders);
        sql(
                select(literalColumn("1", INTEGER)).from(join.flatAlias()),
                "SELECT 1 FROM customer AS customer_1 JOIN orders AS orders_1 ON customer_1.id = orders_1.customer_id");
        sql(
                select(orders.join(line).as("j").c("line_quantity")),
                "SELECT j.line_quantity FROM (SELECT orders.id AS orders_id, orders.customer_id AS orders_customer_id,"
                        + " orders.status AS orders_status, line.order_id AS line_order_id, line.quantity AS"
                        + " line_quantity FROM orders JOIN line ON orders.id = line.order_id) AS j");
    }

    // ---- correlation

    @Test
    @Tag("SQL-09")
    void existsIsNarrowedStepByStep() {
        sql(
                select(id).where(exists().where(customerId.eq(id)).where(status.eq("new"))),
                "SELECT customer.id FROM customer WHERE EXISTS (SELECT * FROM orders"
                        + " WHERE orders.customer_id = customer.id AND orders.status = ?)");
        sql(
                exists(orderId).where(customerId.eq(5)).select(),
                "SELECT EXISTS (SELECT orders.id FROM orders WHERE orders.customer_id = ?) AS anon_1");
        assertThatThrownBy(() -> exists(union(select(id), select(orderId))).where(id.eq(1)))
                .hasMessageStartingWith("ALU-0166");
    }

    @Test
    @Tag("SQL-09")
    void correlationIsSaidOrFound() {
        sql(
                select(name)
                        .where(select(orderId)
                                .where(customerId.eq(id))
                                .<Integer>scalarSubquery()
                                .gt(5)),
                "SELECT customer.name FROM customer WHERE (SELECT orders.id FROM orders"
                        + " WHERE orders.customer_id = customer.id) > ?");
        sql(
                select(name)
                        .where(select(orderId)
                                .where(customerId.eq(id))
                                .correlateExcept(orders, customer)
                                .<Integer>scalarSubquery()
                                .gt(5)),
                "SELECT customer.name FROM customer WHERE (SELECT orders.id FROM orders, customer"
                        + " WHERE orders.customer_id = customer.id) > ?");
        assertThatThrownBy(() -> select(name, orderId)
                        .where(exists(orderId).where(customerId.eq(id)))
                        .toString())
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0132");
    }

    // ---- order, groups, limits

    @Test
    @Tag("SQL-11")
    void namesInOrderStandForLabelsAndColumns() {
        Label<BigDecimal> twice = credit.times(2).label("twice");
        sql(select(twice).orderBy("twice"), "SELECT customer.credit * ? AS twice FROM customer ORDER BY twice");
        sql(select(name).orderBy("name"), "SELECT customer.name FROM customer ORDER BY customer.name");
        sql(
                select(twice).groupBy(twice),
                "SELECT customer.credit * ? AS twice FROM customer GROUP BY customer.credit * ?");
        assertThatThrownBy(() -> select(name).orderBy("name desc").toString()).hasMessageStartingWith("ALU-0168");
    }

    @Test
    @Tag("SQL-11")
    void fetchTakesTiesAndShares() {
        sql(
                select(id).orderBy(id).fetch(5, false, true),
                "SELECT customer.id FROM customer ORDER BY customer.id FETCH FIRST ? ROWS WITH TIES");
        sql(
                select(id).orderBy(id).fetch(5, true, false),
                "SELECT customer.id FROM customer ORDER BY customer.id FETCH FIRST ? PERCENT ROWS ONLY");
    }

    @Test
    @Tag("SQL-20")
    void hintsAndAffixesStandWhereTheyBelong() {
        sql(
                select(id)
                        .prefixWith("A")
                        .prefixWith("B", "mysql")
                        .suffixWith("C")
                        .withHint(customer, "X"),
                "SELECT A customer.id FROM customer [X] C");
        sql(select(id).withStatementHint("X", "oracle"), "SELECT customer.id FROM customer");
    }

    // ---- compounds

    @Test
    @Tag("SQL-10")
    void compoundsNestAndAreOrderedByName() {
        sql(
                union(select(id).limit(1), union(select(orderId), select(customerId)))
                        .orderBy(id.desc())
                        .limit(3),
                "(SELECT customer.id FROM customer LIMIT ?) UNION (SELECT orders.id FROM orders UNION SELECT"
                        + " orders.customer_id FROM orders) ORDER BY id DESC LIMIT ?");
        assertThatThrownBy(() -> union(select(id), select(orderId, status)).toString())
                .hasMessageStartingWith("ALU-0169");
        sql(
                union(select(id), text("SELECT id FROM old").columns(column("id", INTEGER))),
                "SELECT customer.id FROM customer UNION SELECT id FROM old");
    }

    // ---- common table expressions

    @Test
    @Tag("SQL-08")
    void aRecursiveExpressionGrowsByUnionAll() {
        Cte start = select(literal(1).label("x")).recursiveCte("n");
        Column<Integer> x = start.c("x");
        Cte numbers = start.unionAll(select(x.plus(1)).where(x.lt(10)));
        sql(
                select(numbers.c("x")),
                "WITH RECURSIVE n(x) AS (SELECT ? AS x UNION ALL SELECT n.x + ? AS anon_1 FROM n WHERE n.x < ?)"
                        + " SELECT n.x FROM n");
    }

    @Test
    @Tag("SQL-08")
    void changesAndHintsStandInWith() {
        Cte gone = orders.delete().where(status.eq("old")).returning(orderId).cte("gone");
        sql(
                select(gone.c("id")),
                "WITH gone AS (DELETE FROM orders WHERE orders.status = ? RETURNING orders.id) SELECT gone.id FROM gone");
        sql(
                select(select(id).cte("c").prefixWith("MATERIALIZED").c("id")),
                "WITH c AS MATERIALIZED (SELECT customer.id AS id FROM customer) SELECT c.id FROM c");
        Cte inner = select(literal(1).label("x")).cte("a").nesting();
        sql(
                select(select(inner.c("x")).cte("b").c("x")),
                "WITH b AS (WITH a AS (SELECT ? AS x) SELECT a.x AS x FROM a) SELECT b.x FROM b");
        assertThatThrownBy(() -> select(
                                select(id).cte("c").c("id"),
                                select(orderId).cte("c").c("id"))
                        .toString())
                .hasMessageStartingWith("ALU-0167");
        assertThatThrownBy(() -> gone.unionAll(select(id))).hasMessageStartingWith("ALU-0160");
    }

    @Test
    @Tag("SQL-08")
    void parametersOfWithComeFirst() {
        Cte few = select(id).where(id.gt(1)).cte("few");
        Column<Integer> fewId = few.c("id");
        assertThat(StandardDialect.INSTANCE
                        .compile(select(fewId.plus(2)).where(fewId.lt(3)))
                        .parameters())
                .containsExactly(1, 2, 3);
    }

    // ---- rows that are no tables

    @Test
    @Tag("SQL-08")
    void rowsComeFromValuesFunctionsAndSamples() {
        RowValues rows = values(column("id", INTEGER), column("name", string(9)))
                .named("v")
                .data(List.of(1, "a"), List.of(2, "b"));
        sql(select(rows), "SELECT v.id, v.name FROM (VALUES (?, ?), (?, ?)) AS v (id, name)");
        sql(select(rows.literalBinds()), "SELECT v.id, v.name FROM (VALUES (1, 'a'), (2, 'b')) AS v (id, name)");
        sql(select(values(column("id", INTEGER)).data(List.of(1), List.of(2))), "SELECT id FROM (VALUES (?), (?))");
        assertThatThrownBy(() -> rows.data(List.of(3))).hasMessageStartingWith("ALU-0165");
        sql(
                select(func("json_each", literal("{}"))
                        .tableValued("key", "value")
                        .named("e")),
                "SELECT e.key, e.value FROM json_each(?) AS e");
        sql(select(func("gen", INTEGER, 5).columnValued("x")), "SELECT x FROM gen(?) AS x");
        sql(select(func("gen", INTEGER, 5).alias("x").column()), "SELECT x FROM gen(?) AS x");
        sql(
                select(func("gen", 5).tableValued("v").withOrdinality("ord").named("g")),
                "SELECT g.v, g.ord FROM gen(?) WITH ORDINALITY AS g");
        sql(select(text("*")).selectFrom(func("gen", 5).tableValued(new Column<?>[0])), "SELECT * FROM gen(?)");
        assertThat(func("is_near", 1, 2).asComparison().type()).isEqualTo(BOOLEAN);
        sql(
                select(customer.tablesample(func("bernoulli", 10), "s", null).c("id")),
                "SELECT s.id FROM customer AS s TABLESAMPLE bernoulli(?)");
    }

    // ---- functions

    @Test
    @Tag("SQL-06")
    void aggregatesAreFilteredOrderedAndWindowed() {
        sql(
                select(count(orderId).filter(status.eq("new"), orderId.gt(5)).label("n")),
                "SELECT count(orders.id) FILTER (WHERE orders.status = ? AND orders.id > ?) AS n FROM orders");
        sql(
                select(func("percentile_cont", 0.5).withinGroup(credit.desc()).label("m")),
                "SELECT percentile_cont(?) WITHIN GROUP (ORDER BY customer.credit DESC) AS m FROM customer");
        sql(
                select(sum(orderId)
                        .over()
                        .partitionBy(status)
                        .orderBy(orderId)
                        .rows(-3, 0)
                        .label("s")),
                "SELECT sum(orders.id) OVER (PARTITION BY orders.status ORDER BY orders.id"
                        + " ROWS BETWEEN ? PRECEDING AND CURRENT ROW) AS s FROM orders");
        sql(
                select(func("array_agg", aggregateOrderBy(name, id.desc())).label("names")),
                "SELECT array_agg(customer.name ORDER BY customer.id DESC) AS names FROM customer");
        sql(
                select(sum(orderId)).groupBy(func("grouping_sets", status, func("cube", orderId, customerId))),
                "SELECT sum(orders.id) AS sum_1 FROM orders GROUP BY GROUPING SETS(orders.status,"
                        + " CUBE(orders.id, orders.customer_id))");
    }

    // ---- going through statements

    @Test
    @Tag("SQL-18")
    void columnsOfOneSelectableAreReplacedByThoseOfAnother() {
        TableAlias other = customer.as("c");
        sql(select(id).from(other).withOnlyColumns(Traversal.adapt(name, other)), "SELECT c.name FROM customer AS c");
        Select whole = Traversal.replace(
                select(id).where(name.eq("ed")).orderBy(name), node -> node == customer ? other : node);
        sql(whole, "SELECT c.id FROM customer AS c WHERE c.name = ? ORDER BY c.name");
    }

    @Test
    @Tag("SQL-18")
    void structuresAreComparedWithoutValues() {
        assertThat(Traversal.isSameStructure(name.eq("ed"), name.eq("jack"))).isTrue();
        assertThat(Traversal.isSameStructure(name.eq("ed"), name.ne("ed"))).isFalse();
        List<Object> found = new ArrayList<>();
        Traversal.walk(select(id).where(exists(orderId)), node -> {
            if (node instanceof Table) {
                found.add(node);
            }
        });
        assertThat(found).containsExactlyInAnyOrder(customer, orders);
    }
}
