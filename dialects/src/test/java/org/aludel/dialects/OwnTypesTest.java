package org.aludel.dialects;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.enumeration;
import static org.aludel.types.Types.serialized;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.mysql.MariaDb;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Operator;
import org.aludel.types.CustomType;
import org.aludel.types.EnumType;
import org.aludel.types.SqlTypes;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of a program's own: spelled, converted and given a meaning by it. */
class OwnTypesTest {

    /** Stored upside down, so that a test sees whether values were converted. */
    record Reversed(int length) implements TypeDecorator<String, String> {

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public Type<String> impl() {
            return string(length);
        }

        @Override
        public Type<String> impl(Dialect dialect) {
            return dialect.isKindOf("mysql") ? SqlTypes.character(length) : impl();
        }

        @Override
        public String toStored(String value, Dialect dialect) {
            return new StringBuilder(value).reverse().toString();
        }

        @Override
        public String fromStored(String value, Dialect dialect) {
            return new StringBuilder(value).reverse().toString();
        }
    }

    /** Text that the database keeps in capitals and gives in small letters. */
    record Shouted() implements CustomType<String> {

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public String sql(Dialect dialect) {
            return "VARCHAR(30)";
        }

        @Override
        public Expr<?> bindExpression(Expr<?> bind) {
            return func("upper", this, bind);
        }

        @Override
        public Expr<?> columnExpression(Expr<?> column) {
            return func("lower", this, column);
        }
    }

    /** Numbers whose sum is written in another way. */
    record Added() implements CustomType<Integer> {

        @Override
        public Class<Integer> javaType() {
            return Integer.class;
        }

        @Override
        public String sql(Dialect dialect) {
            return "INTEGER";
        }

        @Override
        public @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
            return operator.equals(Operator.ADD) ? func("my_add", this, left, right) : null;
        }
    }

    private final MetaData metadata = new MetaData();

    @Test
    @Tag("TYP-03")
    void aDecoratedTypeIsSpelledAsItsImplementationOnEachDialect() {
        assertThat(H2.dialect().toSql(new Reversed(5))).isEqualTo("VARCHAR(5)");
        assertThat(MySql.dialect().toSql(new Reversed(5))).isEqualTo("CHAR(5)");
        assertThat(MariaDb.dialect().toSql(new Reversed(5))).isEqualTo("CHAR(5)");
    }

    @Test
    @Tag("TYP-03")
    void functionsStandRoundValuesAndSelectedColumns() {
        Table t = metadata.table("t", column("s", new Shouted()), column("n", INTEGER));
        Column<String> s = t.c("s");
        assertThat(select(s).where(s.eq("x")).toSql(PostgreSql.dialect()))
                .isEqualTo("SELECT lower(t.s) AS s FROM t WHERE t.s = upper(?)");
        assertThat(t.insert().set(s, "x").toSql(PostgreSql.dialect())).isEqualTo("INSERT INTO t (s) VALUES (upper(?))");
    }

    @Test
    @Tag("TYP-03")
    void anOperatorMayMeanSomethingElse() {
        Column<Integer> n = column("n", new Added());
        assertThat(PostgreSql.dialect().toSql(n.plus(5))).isEqualTo("my_add(n, ?)");
        assertThat(PostgreSql.dialect().toSql(n.minus(5))).isEqualTo("n - ?");
    }

    @Test
    @Tag("TYP-02")
    void variantsFollowTheDialectAndItsFamily() {
        Type<String> type = string(20).withVariant(Types.TEXT, "mysql").withVariant(string(10), "sqlite");
        assertThat(PostgreSql.dialect().toSql(type)).isEqualTo("VARCHAR(20)");
        assertThat(MariaDb.dialect().toSql(type)).isEqualTo("TEXT");
        assertThat(Sqlite.dialect().toSql(type)).isEqualTo("VARCHAR(10)");
        assertThatThrownBy(() -> string(20).withVariant(Types.TEXT)).hasMessageStartingWith("ALU-0320");
    }

    @Test
    @Tag("TYP-04")
    void enumerationsAreTypesOfTheDatabaseOrText() {
        Table t = metadata.table("t", column("d", enumeration(DayOfWeek.class)), column("e", enumeration("a", "b'c")));
        assertThat(PostgreSql.dialect().toSql(enumeration(DayOfWeek.class))).isEqualTo("dayofweek");
        assertThat(PostgreSql.dialect().toSql(enumeration("a").nativeType(false)))
                .isEqualTo("VARCHAR(1)");
        assertThat(MySql.dialect().toSql(enumeration("a", "b'c"))).isEqualTo("ENUM('a','b''c')");
        assertThat(new DdlElement.CreateTable(t).toSql(H2.dialect())).contains("CHECK (e IN ('a', 'b''c'))");
        assertThatThrownBy(() -> PostgreSql.dialect().toSql(enumeration("a"))).hasMessageStartingWith("ALU-0326");
    }

    @Test
    void anEnumerationRefusesWhatItDoesNotHave() {
        EnumType<String> type = enumeration("a", "b");
        assertThat(type.coerce("a")).isEqualTo("a");
        assertThatThrownBy(() -> type.coerce("c"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0323");
        assertThatThrownBy(() -> enumeration("a", "a")).hasMessageStartingWith("ALU-0321");
        assertThatThrownBy(() -> enumeration("abc").length(2)).hasMessageStartingWith("ALU-0322");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2:///mem:owntypes", "sqlite:///:memory:"})
    @Tag("TYP-01")
    void valuesComeBackAsTheyWere(String url) {
        Table t = metadata.table(
                "own_types",
                column("id", INTEGER).primaryKey(),
                column("reversed", new Reversed(20)),
                column("shouted", new Shouted()),
                column("day_of_week", enumeration(DayOfWeek.class)),
                column("label", enumeration(DayOfWeek.class, day -> day.name().substring(0, 2))),
                column("duration", Types.INTERVAL),
                column("object", serialized(ArrayList.class)),
                column("variant", string(20).withVariant(new Reversed(20), "sqlite")));
        try (Engine engine = Engine.create(url);
                Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            metadata.createAll(conn);
            conn.execute(
                    t.insert(),
                    params(
                            "id",
                            1,
                            "reversed",
                            "abc",
                            "shouted",
                            "Loud",
                            "day_of_week",
                            DayOfWeek.FRIDAY,
                            "label",
                            DayOfWeek.MONDAY,
                            "duration",
                            Duration.ofMillis(-1_500),
                            "object",
                            new ArrayList<>(List.of("x", 1)),
                            "variant",
                            "xyz"));
            Row row = conn.execute(select(t)).one();
            assertThat(row.get("reversed")).isEqualTo("abc");
            assertThat(row.get("shouted")).isEqualTo("loud");
            assertThat(row.get("day_of_week")).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(row.get("label")).isEqualTo(DayOfWeek.MONDAY);
            assertThat(row.get("duration")).isEqualTo(Duration.ofMillis(-1_500));
            assertThat(row.get("object")).isEqualTo(List.of("x", 1));
            assertThat(row.get("variant")).isEqualTo("xyz");
            tx.commit();
        }
    }

    private static final Type<String> NUMBERS_ONLY = Types.mapped(String.class, INTEGER, Integer::valueOf, number -> {
        if (number < 0) {
            throw new IllegalStateException("below zero: " + number);
        }
        return number.toString();
    });

    @Test
    @Tag("TYP-03")
    void whatTheFunctionsOfATypeThrowSaysWhichTypeAndWay() {
        Table codes =
                new MetaData().table("codes", column("code", NUMBERS_ONLY), column("secret", NUMBERS_ONLY.sensitive()));
        Column<String> code = codes.c("code");
        Column<String> secret = codes.c("secret");
        try (Engine engine = Engine.create("h2:///mem:own_conversions")) {
            codes.metaData().createAll(engine);
            engine.useTransaction(conn -> {
                assertThatThrownBy(() -> conn.execute(codes.insert().set(code, "seven")))
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0305")
                        .hasMessageContaining("seven")
                        .hasMessageContaining("type String as INTEGER")
                        .hasCauseInstanceOf(NumberFormatException.class);
                assertThatThrownBy(() -> conn.execute(codes.insert().set(secret, "hush")))
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0305")
                        .hasMessageContaining("NumberFormatException")
                        .hasNoCause()
                        .message()
                        .doesNotContain("hush");
                conn.execute(text("insert into codes (code) values (-1)"));
                assertThatThrownBy(() -> conn.execute(select(code)).scalars(code))
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0305 what is stored")
                        .hasMessageContaining("below zero");
                conn.execute(codes.update().set(code, "8"));
                assertThat(conn.execute(select(code)).scalars(code)).containsExactly("8");
            });
        }
    }
}
