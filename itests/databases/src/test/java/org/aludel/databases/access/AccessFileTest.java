package org.aludel.databases.access;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.UUID;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Statements on a file of Access. */
@Tag("DIA-13")
class AccessFileTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull().unique(),
            column("age", INTEGER),
            column("active", BOOLEAN));
    private final Table addresses = metadata.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("city", string(80)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private final Column<Integer> age = users.c("age");
    private final Column<Boolean> active = users.c("active");
    private final Column<Integer> userId = addresses.c("user_id");
    private final Column<String> city = addresses.c("city");
    private Engine engine;

    @BeforeEach
    void fill() {
        engine = Engine.create("access:///" + directory.resolve("shop.accdb"));
        metadata.createAll(engine);
        engine.useTransaction(conn -> {
            conn.execute(users.insert(), params("name", "ed", "age", 30, "active", true));
            conn.execute(users.insert(), params("name", "wendy", "age", 40, "active", false));
            conn.execute(addresses.insert(), params("user_id", 1, "city", "Paris"));
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> names(Select select) {
        return engine.inTransaction(conn -> conn.execute(select).scalars(String.class));
    }

    @Test
    @Tag("SQL-13")
    void keysAreCountersThatComeBack() {
        int key = engine.inTransaction(conn -> conn.execute(users.insert(), params("name", "jack"))
                .insertedPrimaryKey()
                .getInt(0));
        assertThat(key).isEqualTo(3);
        assertThat(names(select(name).where(id.eq(key)))).containsExactly("jack");
    }

    @Test
    @Tag("SQL-02")
    void conditionsChooseRows() {
        assertThat(names(select(name).where(name.like("%e%")).orderBy(id))).containsExactly("ed", "wendy");
        assertThat(names(select(name).where(name.ilike("ED")))).containsExactly("ed");
        assertThat(names(select(name).where(age.ne(30)))).containsExactly("wendy");
        assertThat(names(select(name).where(id.in(1, 2, 3)).orderBy(id.desc()))).containsExactly("wendy", "ed");
        assertThat(names(select(name).where(age.isDistinctFrom(30)))).containsExactly("wendy");
        assertThat(names(select(name).where(active.eq(true)))).containsExactly("ed");
        assertThat(names(select(name)
                        .where(exists(select(literal(1)).from(addresses).where(userId.eq(id))))))
                .containsExactly("ed");
    }

    @Test
    @Tag("SQL-11")
    @Tag("SQL-07")
    void joinsGroupsAndLimits() {
        Table others = metadata.table("others", column("id", INTEGER).primaryKey());
        assertThat(others.name()).isEqualTo("others");
        var second = addresses.as("second");
        assertThat(names(select(name)
                        .from(users.leftJoin(addresses)
                                .leftJoin(second, second.<Integer>c("user_id").eq(id)))
                        .orderBy(name)
                        .limit(1)))
                .containsExactly("ed");
        List<Row> rows = engine.inTransaction(conn -> conn.execute(
                        select(name, count(addresses.c("id")).label("n"))
                                .from(users.leftJoin(addresses))
                                .groupBy(name)
                                .orderBy(name))
                .all());
        assertThat(rows).extracting(row -> row.get("n", Long.class)).containsExactly(1L, 0L);
    }

    @Test
    @Tag("SQL-12")
    void expressionsAreFunctions() {
        assertThat(names(select(case_(age.gt(35), "old").otherwise("young")).orderBy(id)))
                .containsExactly("young", "old");
        assertThat(names(select(name.plus("!")).where(id.eq(1)))).containsExactly("ed!");
        assertThat(names(select(age.cast(string(10))).where(id.eq(1)))).containsExactly("30");
    }

    @Test
    @Tag("SQL-14")
    void changesReachTheFile() {
        engine.useTransaction(conn -> {
            conn.execute(users.update().set(age, age.plus(1)).where(name.eq("ed")));
            conn.execute(addresses.delete().where(city.eq("Paris")));
        });
        engine.close();
        engine = Engine.create("access:///" + directory.resolve("shop.accdb"));
        Integer older = engine.inTransaction(
                conn -> conn.execute(select(age).where(id.eq(1))).scalar(Integer.class));
        assertThat(older).isEqualTo(31);
        Long left = engine.inTransaction(conn -> conn.execute(addresses.count()).scalar(Long.class));
        assertThat(left).isZero();
    }

    @Test
    @Tag("ENG-15")
    void violationsAreSorted() {
        IntegrityException twice = catchThrowableOfType(
                IntegrityException.class,
                () -> engine.useTransaction(conn -> conn.execute(users.insert(), params("name", "ed"))));
        assertThat(twice.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
        IntegrityException nameless = catchThrowableOfType(
                IntegrityException.class,
                () -> engine.useTransaction(conn -> conn.execute(users.insert(), params("age", 1))));
        assertThat(nameless.kind()).isEqualTo(IntegrityException.Kind.NOT_NULL);
    }

    @Test
    @Tag("TYP-01")
    void valuesComeBack() {
        Table every = new MetaData()
                .table(
                        "every_type",
                        column("id", INTEGER).primaryKey(),
                        column("wide", BIGINT),
                        column("money", numeric(12, 2)),
                        column("ratio", DOUBLE),
                        column("words", TEXT),
                        column("moment", TIMESTAMP),
                        column("uid", UUID));
        every.metaData().createAll(engine);
        java.util.UUID uid = new java.util.UUID(1, 2);
        LocalDateTime moment = LocalDateTime.of(2024, 2, 29, 1, 2, 3);
        engine.useTransaction(conn -> conn.execute(
                every.insert(),
                params(
                        "wide",
                        1L << 40,
                        "money",
                        new BigDecimal("12.30"),
                        "ratio",
                        0.5,
                        "words",
                        "ünï ' \\",
                        "moment",
                        moment,
                        "uid",
                        uid)));
        Row row = engine.inTransaction(conn -> conn.execute(every.select()).one());
        assertThat(row.get("wide")).isEqualTo(1L << 40);
        assertThat((BigDecimal) row.get("money")).isEqualByComparingTo("12.30");
        assertThat(row.get("ratio")).isEqualTo(0.5);
        assertThat(row.get("words")).isEqualTo("ünï ' \\");
        assertThat(row.get("moment")).isEqualTo(moment);
        assertThat(row.get("uid")).isEqualTo(uid);
    }
}
