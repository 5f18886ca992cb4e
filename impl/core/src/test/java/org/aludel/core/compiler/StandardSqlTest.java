package org.aludel.core.compiler;

import static org.aludel.sql.Sql.avg;
import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.except;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.extract;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.literalColumn;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.skipLocked;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.tuple;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SQL of the standard dialect, for the most part as the corpus records it for the reference system. */
class StandardSqlTest {

    private final MetaData metadata = new MetaData();
    private final Table customer = metadata.table(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("email", string(80)).unique(),
            column("credit", numeric(10, 2)));
    private final Table orders = metadata.table(
            "orders",
            column("id", INTEGER).primaryKey(),
            column("customer_id", INTEGER).references("customer.id"),
            column("status", string(20)));
    private final Table line = metadata.table(
            "order_line",
            column("order_id", INTEGER).primaryKey().references("orders.id"),
            column("quantity", INTEGER));
    private final Table product =
            metadata.table("product", column("id", INTEGER).primaryKey());
    private final Table t = metadata.table(
            "t",
            column("a", INTEGER),
            column("b", INTEGER),
            column("c", INTEGER),
            column("f", BOOLEAN),
            column("s", string(30)),
            column("r", string(30)));
    private final Column<Integer> a = t.c("a");
    private final Column<Integer> b = t.c("b");
    private final Column<Integer> c = t.c("c");
    private final Column<Boolean> f = t.c("f");
    private final Column<String> s = t.c("s");
    private final Column<Integer> id = customer.c("id");
    private final Column<String> name = customer.c("name");
    private final Column<Integer> orderId = orders.c("id");
    private final Column<Integer> customerId = orders.c("customer_id");

    private static void sql(Statement statement, String expected) {
        assertThat(statement).hasToString(expected);
    }

    private void condition(Expr<Boolean> condition, String expected) {
        sql(select(literalColumn("1", INTEGER)).where(condition), "SELECT 1 FROM t WHERE " + expected);
    }

    private void expression(Expr<?> expression, String expected) {
        sql(select(expression.label("x")), "SELECT " + expected + " AS x FROM t");
    }

    @Test
    @Tag("SQL-02")
    void comparisons() {
        condition(a.eq(5), "t.a = ?");
        condition(a.ne(b), "t.a != t.b");
        condition(s.eq((String) null), "t.s IS NULL");
        condition(s.ne((String) null), "t.s IS NOT NULL");
        condition(a.between(1, 2), "t.a BETWEEN ? AND ?");
        condition(a.notBetween(1, 2), "t.a NOT BETWEEN ? AND ?");
        condition(a.isDistinctFrom(b), "t.a IS DISTINCT FROM t.b");
        condition(f.eq(true), "t.f = true");
        condition(a.boolOp("<@", b), "t.a <@ t.b");
        condition(a.in(1, 2), "t.a IN (?, ?)");
        condition(a.notIn(1, 2), "(t.a NOT IN (?, ?))");
        condition(tuple(a, b).inRows(List.of(List.of(1, 2))), "(t.a, t.b) IN ((?, ?))");
    }

    @Test
    @Tag("SQL-02")
    void patterns() {
        condition(s.like("a%"), "t.s LIKE ?");
        condition(s.like("a/%", '/'), "t.s LIKE ? ESCAPE '/'");
        condition(s.like("a'%", '\''), "t.s LIKE ? ESCAPE ''''");
        condition(s.notLike("a%"), "t.s NOT LIKE ?");
        condition(s.like(t.<String>c("r")), "t.s LIKE t.r");
        condition(s.like(t.<String>c("r").plus("%")), "t.s LIKE t.r || ?");
        condition(s.ilike("a%"), "lower(t.s) LIKE lower(?)");
        condition(s.startsWith(t.<String>c("r")), "(t.s LIKE t.r || '%')");
        Select escaped = select(s).where(s.startsWith("50%_/"));
        sql(escaped, "SELECT t.s FROM t WHERE (t.s LIKE ? || '%' ESCAPE '/')");
        assertThat(escaped.structure().binds()[0].value()).isEqualTo("50/%/_//");
    }

    @Test
    @Tag("SQL-05")
    void emptyLists() {
        condition(a.in(List.of()).and(b.eq(1)), "1 != 1 AND t.b = ?");
        condition(a.notIn(List.of()).and(b.eq(1)), "1 = 1 AND t.b = ?");
    }

    @Test
    @Tag("SQL-03")
    void parenthesesFollowPrecedence() {
        condition(a.eq(1).and(b.eq(2)).and(c.eq(3)), "t.a = ? AND t.b = ? AND t.c = ?");
        condition(a.eq(1).or(b.eq(2)).and(c.eq(3)), "(t.a = ? OR t.b = ?) AND t.c = ?");
        condition(or(or(a.eq(1), b.eq(2)), c.eq(3)), "t.a = ? OR t.b = ? OR t.c = ?");
        condition(not(a.eq(1).or(b.eq(2))), "NOT (t.a = ? OR t.b = ?)");
        condition(not(a.lt(b)), "t.a >= t.b");
        condition(not(not(a.lt(5))), "t.a < ?");
        condition(a.times(b).between(1, 2), "t.a * t.b BETWEEN ? AND ?");
        condition(not(f), "NOT t.f");
        expression(a.minus(b).minus(c), "(t.a - t.b) - t.c");
        expression(a.minus(b.minus(c)), "t.a - (t.b - t.c)");
        expression(a.plus(b).plus(c), "t.a + t.b + t.c");
        expression(a.plus(1).times(2), "(t.a + ?) * ?");
        expression(a.op("&", b.times(5)), "t.a & t.b * ?");
        expression(s.plus("x").plus(s), "t.s || ? || t.s");
        expression(cast(a, TEXT).plus(s), "CAST(t.a AS TEXT) || t.s");
        expression(s.collate("x"), "t.s COLLATE x");
        expression(a.negate(), "-t.a");
    }

    @Test
    @Tag("SQL-06")
    void functions() {
        sql(select(func("foo", 1, "x", null)), "SELECT foo(?, ?, NULL) AS foo_1");
        expression(func("foo", a), "foo(t.a)");
        expression(coalesce(a, 5), "coalesce(t.a, ?)");
        expression(count(a.distinct()), "count(DISTINCT t.a)");
        expression(count(a).filter(b.gt(5)), "count(t.a) FILTER (WHERE t.b > ?)");
        expression(avg(a), "avg(t.a)");
        expression(extract("day", a.minus(b)), "EXTRACT(day FROM t.a - t.b)");
        expression(
                sum(a).over().partitionBy(b).orderBy(c).rows(null, 0),
                "sum(t.a) OVER (PARTITION BY t.b ORDER BY t.c ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)");
        sql(select(func("now")), "SELECT now() AS now_1");
    }

    @Test
    @Tag("SQL-12")
    void cases() {
        expression(
                case_(a.gt(60), "old").when(a.gt(30), "grown").otherwise("young"),
                "CASE WHEN (t.a > ?) THEN ? WHEN (t.a > ?) THEN ? ELSE ? END");
    }

    @Test
    @Tag("SQL-01")
    void columnsAndTablesOfASelect() {
        sql(select(customer), "SELECT customer.id, customer.name, customer.email, customer.credit FROM customer");
        sql(select(id, orderId), "SELECT customer.id, orders.id AS id_1 FROM customer, orders");
        sql(
                select(id).where(orders.<String>c("status").eq("new")),
                "SELECT customer.id FROM customer, orders WHERE orders.status = ?");
        sql(select(id).orderBy(orderId), "SELECT customer.id FROM customer ORDER BY orders.id");
        sql(select(id.label("x"), max(id)), "SELECT customer.id AS x, max(customer.id) AS max_1 FROM customer");
        sql(select(cast(id, TEXT)), "SELECT CAST(customer.id AS TEXT) AS id FROM customer");
        sql(select(literal(1)), "SELECT ? AS anon_1");
        sql(customer.count(id.gt(5)), "SELECT count(*) AS count_1 FROM customer WHERE customer.id > ?");
    }

    @Test
    @Tag("SQL-11")
    void orderLimitLock() {
        sql(
                select(id)
                        .distinct()
                        .orderBy(name.desc().nullsLast(), id)
                        .limit(5)
                        .offset(2),
                "SELECT DISTINCT customer.id FROM customer ORDER BY customer.name DESC NULLS LAST, customer.id LIMIT ? OFFSET ?");
        sql(select(id).withForUpdate(skipLocked()), "SELECT customer.id FROM customer FOR UPDATE");
        sql(
                select(name, count(id)).groupBy(name).having(count(id).gt(2L)),
                "SELECT customer.name, count(customer.id) AS count_1 FROM customer GROUP BY customer.name"
                        + " HAVING count(customer.id) > ?");
        Expr<Integer> label = id.plus(1).label("next");
        sql(select(label).orderBy(label), "SELECT customer.id + ? AS next FROM customer ORDER BY next");
    }

    @Test
    @Tag("SQL-07")
    void joins() {
        sql(
                select(id).from(customer.leftJoin(orders).join(line)),
                "SELECT customer.id FROM customer LEFT OUTER JOIN orders ON customer.id = orders.customer_id"
                        + " JOIN order_line ON orders.id = order_line.order_id");
        sql(
                select(id, product.<Integer>c("id")).from(customer.join(orders)),
                "SELECT customer.id, product.id AS id_1 FROM product, customer JOIN orders ON customer.id = orders.customer_id");
        sql(
                select(id).join(orders, customerId.eq(id).and(orderId.gt(1))),
                "SELECT customer.id FROM customer JOIN orders ON orders.customer_id = customer.id AND orders.id > ?");
        TableAlias other = customer.as("c2");
        sql(
                select(id).join(other, other.<Integer>c("id").eq(id)),
                "SELECT customer.id FROM customer JOIN customer AS c2 ON c2.id = customer.id");
    }

    @Test
    @Tag("SQL-08")
    void aliasesSubqueriesAndCommonTableExpressions() {
        TableAlias anonymous = customer.alias();
        sql(
                select(anonymous.<Integer>c("id"), id),
                "SELECT customer_1.id, customer.id AS id_1 FROM customer AS customer_1, customer");
        TableAlias sub = select(id, orderId).subquery();
        sql(
                select(sub),
                "SELECT anon_1.id, anon_1.id_1 FROM (SELECT customer.id AS id, orders.id AS id_1 FROM customer, orders) AS anon_1");
        assertThat(sub.<Integer>c(orderId).name()).isEqualTo("id_1");
        Cte first = select(id).cte("a");
        Cte second = select(first.<Integer>c("id"))
                .where(first.<Integer>c("id").gt(5))
                .cte("b");
        sql(
                select(first.<Integer>c("id"), second.<Integer>c("id")),
                "WITH a AS (SELECT customer.id AS id FROM customer), b AS (SELECT a.id AS id FROM a WHERE a.id > ?)"
                        + " SELECT a.id, b.id AS id_1 FROM a, b");
        Cte numbers = Cte.recursive(
                "n",
                select(literal(1).label("i")),
                n -> select(n.<Integer>c("i").plus(1)).where(n.<Integer>c("i").lt(9)));
        sql(
                select(numbers.<Integer>c("i")),
                "WITH RECURSIVE n(i) AS (SELECT ? AS i UNION ALL SELECT n.i + ? AS anon_1 FROM n WHERE n.i < ?) SELECT n.i FROM n");
    }

    @Test
    @Tag("SQL-09")
    void subqueriesCorrelate() {
        sql(
                select(name).where(exists(select(orderId).where(customerId.eq(id)))),
                "SELECT customer.name FROM customer WHERE EXISTS (SELECT orders.id FROM orders WHERE orders.customer_id = customer.id)");
        sql(
                select(name).where(not(exists(select(orderId).where(customerId.eq(id))))),
                "SELECT customer.name FROM customer WHERE NOT (EXISTS (SELECT orders.id FROM orders WHERE orders.customer_id = customer.id))");
        Expr<Integer> last = select(max(orderId)).where(customerId.eq(id)).asScalar();
        sql(
                select(name, last.label("last")),
                "SELECT customer.name, (SELECT max(orders.id) AS max_1 FROM orders WHERE orders.customer_id = customer.id) AS last FROM customer");
        sql(
                select(name).where(id.eq(select(max(id)).<Integer>asScalar())),
                "SELECT customer.name FROM customer WHERE customer.id = (SELECT max(customer.id) AS max_1 FROM customer)");
        sql(
                select(name)
                        .where(id.in(union(
                                select(customerId)
                                        .where(orders.<String>c("status").eq(name)),
                                select(product.<Integer>c("id"))))),
                "SELECT customer.name FROM customer WHERE customer.id IN (SELECT orders.customer_id FROM orders WHERE"
                        + " orders.status = customer.name UNION SELECT product.id FROM product)");
        sql(
                select(orderId).where(customerId.eq(id)),
                "SELECT orders.id FROM orders, customer WHERE orders.customer_id = customer.id");
        TableAlias other = customer.as("other");
        sql(
                select(name)
                        .where(exists(select(other.<Integer>c("id"))
                                .where(other.<Integer>c("id").gt(id))
                                .correlate(customer))),
                "SELECT customer.name FROM customer WHERE EXISTS (SELECT other.id FROM customer AS other WHERE other.id > customer.id)");
    }

    @Test
    @Tag("SQL-09")
    void aSubqueryWithoutATableOfItsOwnIsRefused() {
        Select nothing = select(id, orderId).where(id.eq(customerId));
        assertThatThrownBy(() -> select(id, orderId).where(exists(nothing)).toString())
                .hasMessageStartingWith("ALU-0132");
    }

    @Test
    @Tag("SQL-10")
    void compounds() {
        Expr<Integer> x = id.label("x");
        sql(
                union(select(x), select(orderId.label("x"))).orderBy("x"),
                "SELECT customer.id AS x FROM customer UNION SELECT orders.id AS x FROM orders ORDER BY x");
        sql(
                union(select(id), union(select(orderId), select(product.<Integer>c("id")))),
                "SELECT customer.id FROM customer UNION (SELECT orders.id FROM orders UNION SELECT product.id FROM product)");
        sql(
                except(select(id).orderBy(id).limit(1), select(orderId)).limit(3),
                "(SELECT customer.id FROM customer ORDER BY customer.id LIMIT ?) EXCEPT SELECT orders.id FROM orders LIMIT ?");
    }

    @Test
    @Tag("SQL-13")
    void inserts() {
        sql(customer.insert(), "INSERT INTO customer (id, name, email, credit) VALUES (?, ?, ?, ?)");
        sql(customer.insert().set(name, "x"), "INSERT INTO customer (name) VALUES (?)");
        sql(customer.insert().set("email", "e").set(name, "x"), "INSERT INTO customer (name, email) VALUES (?, ?)");
        sql(
                customer.insert().rows(List.of(params("name", "a"), params("name", "b"))),
                "INSERT INTO customer (name) VALUES (?), (?)");
        sql(
                customer.insert().fromSelect(List.of(name), select(orders.<String>c("status"))),
                "INSERT INTO customer (name) SELECT orders.status FROM orders");
        sql(
                orders.insert().set(customerId, select(max(id)).<Integer>asScalar()),
                "INSERT INTO orders (customer_id) VALUES ((SELECT max(customer.id) AS max_1 FROM customer))");
    }

    @Test
    @Tag("SQL-16")
    void upserts() {
        sql(
                upsert(customer)
                        .set(name, "ed")
                        .set("email", "e")
                        .onConflict("email")
                        .update(name),
                "INSERT INTO customer (name, email) VALUES (?, ?) ON CONFLICT (email) DO UPDATE SET name = excluded.name");
        sql(
                upsert(customer).set(id, 1).doNothing(),
                "INSERT INTO customer (id) VALUES (?) ON CONFLICT (id) DO NOTHING");
    }

    @Test
    @Tag("SQL-14")
    void updatesAndDeletes() {
        sql(customer.update().set(name, "x").where(id.eq(5)), "UPDATE customer SET name=? WHERE customer.id = ?");
        sql(customer.update().set(name, name.plus("!")), "UPDATE customer SET name=(customer.name || ?)");
        sql(
                customer.update()
                        .set(
                                name,
                                select(orders.<String>c("status"))
                                        .where(customerId.eq(id))
                                        .<String>asScalar()),
                "UPDATE customer SET name=(SELECT orders.status FROM orders WHERE orders.customer_id = customer.id)");
        sql(customer.delete().where(name.eq("x")), "DELETE FROM customer WHERE customer.name = ?");
        sql(
                customer.delete().where(exists(select(orderId).where(customerId.eq(id)))),
                "DELETE FROM customer WHERE EXISTS (SELECT orders.id FROM orders WHERE orders.customer_id = customer.id)");
        sql(
                customer.update().set(name, "x").where(customerId.eq(id)),
                "UPDATE customer SET name=? FROM orders WHERE orders.customer_id = customer.id");
    }

    @Test
    @Tag("SQL-04")
    void textTakesParameters() {
        sql(
                text("SELECT '10:30:00', x::int FROM t WHERE a = :a AND b = \\:b"),
                "SELECT '10:30:00', x::int FROM t WHERE a = ? AND b = :b");
        sql(
                select(id).where(text("customer.id > :low").bind("low", 3)),
                "SELECT customer.id FROM customer WHERE customer.id > ?");
        sql(select(id).where(id.gt(bind("low", INTEGER))), "SELECT customer.id FROM customer WHERE customer.id > ?");
    }

    @Test
    @Tag("SQL-19")
    void namesAreQuotedWhereTheyMustBe() {
        Table reserved =
                metadata.table("order", column("select", INTEGER), column("Mixed", INTEGER), column("a b", INTEGER));
        sql(reserved.insert(), "INSERT INTO \"order\" (\"select\", \"Mixed\", \"a b\") VALUES (?, ?, ?)");
        Table elsewhere = metadata.table("s1.p", column("id", BIGINT));
        sql(select(elsewhere), "SELECT s1.p.id FROM s1.p");
    }

    @Test
    void conditionsAreBooleanExpressions() {
        Condition condition = a.eq(1);
        assertThat(condition.type()).isEqualTo(BOOLEAN);
    }
}
