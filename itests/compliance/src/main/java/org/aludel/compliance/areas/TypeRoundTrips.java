package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BIG_INTEGER;
import static org.aludel.types.Types.BINARY;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.BYTE;
import static org.aludel.types.Types.CHARACTER;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.FLOAT;
import static org.aludel.types.Types.INSTANT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.INTERVAL;
import static org.aludel.types.Types.JSON;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIME;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.TIMESTAMP_TZ;
import static org.aludel.types.Types.UUID;
import static org.aludel.types.Types.array;
import static org.aludel.types.Types.binary;
import static org.aludel.types.Types.enumeration;
import static org.aludel.types.Types.mapped;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiPredicate;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Type;

/** A value of each type, and null, come back as they went; a condition finds them again. */
public final class TypeRoundTrips extends ComplianceArea {

    /** Values of an enumerated column. */
    public enum Colour {
        /** The first. */
        RED,
        /** The second. */
        GREEN
    }

    @Check
    public void booleans() {
        roundTrip(BOOLEAN, true, false);
    }

    @Check
    public void smallIntegers() {
        roundTrip(SMALLINT, (short) 7, (short) -7);
    }

    @Check
    public void bytes() {
        roundTrip(BYTE, (byte) 7, (byte) -7);
    }

    @Check
    public void integers() {
        roundTrip(INTEGER, 42, -42);
    }

    @Check(Requirement.BIG_INTEGERS)
    public void longs() {
        roundTrip(BIGINT, 4_200_000_000L, -4_200_000_000L);
    }

    @Check
    public void decimals() {
        roundTrip(numeric(10, 2), new BigDecimal("12.30"), new BigDecimal("-0.05"));
    }

    @Check
    public void hugeIntegers() {
        keep(BIG_INTEGER, BigInteger.valueOf(123_456_789_012L), Object::equals);
    }

    @Check
    public void doubles() {
        roundTrip(DOUBLE, 2.5, -0.125);
    }

    @Check
    public void floats() {
        roundTrip(FLOAT, 2.5f, -0.125f);
    }

    @Check
    public void texts() {
        roundTrip(string(40), "some text", "other  text");
    }

    @Check
    public void longTexts() {
        keep(TEXT, "long text ".repeat(2_000), Object::equals);
    }

    @Check
    public void characters() {
        roundTrip(CHARACTER, 'x', 'Z');
    }

    @Check
    public void dates() {
        roundTrip(DATE, LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31));
    }

    @Check(Requirement.TIME_OF_DAY)
    public void times() {
        roundTrip(TIME, LocalTime.of(12, 34, 56), LocalTime.of(0, 0));
    }

    @Check
    public void timestamps() {
        roundTrip(TIMESTAMP, LocalDateTime.of(2024, 2, 29, 12, 34, 56), LocalDateTime.of(1999, 12, 31, 23, 59, 59));
    }

    @Check
    public void timestampsWithZone() {
        OffsetDateTime moment = OffsetDateTime.of(2024, 2, 29, 12, 34, 56, 0, ZoneOffset.ofHours(2));
        keep(TIMESTAMP_TZ, moment, OffsetDateTime::isEqual);
    }

    @Check
    public void instants() {
        keep(INSTANT, Instant.ofEpochSecond(1_700_000_000L), Object::equals);
    }

    @Check
    public void intervals() {
        roundTrip(INTERVAL, Duration.ofSeconds(90_061), Duration.ofSeconds(-5));
    }

    @Check
    public void binaries() {
        keep(BINARY, new byte[] {0, 1, -1, 39, 92, 10}, java.util.Arrays::equals);
        keep(binary(16), new byte[] {3, 0, 2}, java.util.Arrays::equals);
    }

    @Check
    public void uuids() {
        roundTrip(UUID, new java.util.UUID(1, 2), new java.util.UUID(-1, -2));
    }

    @Check
    public void documents() {
        String document = "{\"a\":[1,null,\"it's\"],\"b\":{}}";
        keep(JSON, document, (sent, read) -> read.replaceAll("\\s", "").equals(sent));
    }

    @Check
    public void enumerations() {
        roundTrip(enumeration(Colour.class), Colour.RED, Colour.GREEN);
    }

    @Check
    public void typesOfOnesOwn() {
        Type<StringBuilder> reversed = mapped(
                StringBuilder.class,
                string(20),
                builder -> new StringBuilder(builder).reverse().toString(),
                text -> new StringBuilder(text).reverse());
        keep(reversed, new StringBuilder("abc"), (sent, read) -> sent.compareTo(read) == 0);
    }

    @Check(Requirement.ARRAYS)
    public void arrays() {
        keep(array(INTEGER), List.of(3, 1, 2), Object::equals);
        keep(array(string(10)), List.of("a", "it's"), Object::equals);
    }

    private <T> void keep(Type<T> type, T value, BiPredicate<T, T> same) {
        withColumn(type, (connection, table, column) -> {
            connection.execute(table.insert(), params("id", 1, "v", value));
            connection.execute(table.insert(), params("id", 2, "v", null));
            List<T> read = connection
                    .execute(select(column).orderBy(table.<Integer>c("id")))
                    .scalars(column);
            assertThat(same.test(value, read.get(0)))
                    .as("%s came back as %s", value, read.get(0))
                    .isTrue();
            assertThat(read.get(1)).isNull();
        });
    }

    private <T> void roundTrip(Type<T> type, T value, T other) {
        withColumn(type, (connection, table, column) -> {
            connection.execute(
                    table.insert(),
                    List.of(params("id", 1, "v", value), params("id", 2, "v", other), params("id", 3, "v", null)));
            assertThat(connection
                            .execute(select(column).orderBy(table.<Integer>c("id")))
                            .scalars(column))
                    .containsExactly(value, other, null);
            Column<Integer> id = table.c("id");
            assertThat(connection.execute(select(id).where(column.eq(value))).scalars(Integer.class))
                    .containsExactly(1);
            assertThat(connection
                            .execute(select(id)
                                    .where(column.in(List.of(value, other)))
                                    .orderBy(id))
                            .scalars(Integer.class))
                    .containsExactly(1, 2);
            assertThat(connection.execute(select(id).where(column.isNull())).scalars(Integer.class))
                    .containsExactly(3);
            connection.execute(table.update().set(column, other).where(id.eq(1)));
            assertThat(connection.execute(select(column).where(id.eq(1))).scalars(column))
                    .containsExactly(other);
        });
    }

    private <T> void withColumn(Type<T> type, Body<T> body) {
        MetaData metadata = new MetaData();
        Column<T> column = column("v", type);
        Table table =
                metadata.table("round_trips", column("id", INTEGER).primaryKey().autoincrement(false), column);
        withTables(metadata, connection -> body.run(connection, table, table.c("v")));
    }

    private interface Body<T> {
        void run(org.aludel.engine.Connection connection, Table table, Column<T> column);
    }
}
