package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BINARY;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIME;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Type;

/** The ends of each type's range. */
public final class Extremes extends ComplianceArea {

    @Check
    public void integers() {
        kept(INTEGER, Integer.MAX_VALUE, Integer.MIN_VALUE, 0);
        kept(SMALLINT, Short.MAX_VALUE, Short.MIN_VALUE);
    }

    @Check(Requirement.BIG_INTEGERS)
    public void longs() {
        kept(BIGINT, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @Check
    public void decimals() {
        kept(numeric(12, 4), new BigDecimal("12345678.9012"), new BigDecimal("-12345678.9012"));
    }

    @Check(Requirement.EXACT_NUMERICS)
    public void decimalsOfManyDigits() {
        kept(numeric(28, 10), new BigDecimal("123456789012345678.0123456789"));
    }

    @Check
    public void doubles() {
        kept(DOUBLE, 1e100, -1e-100, 0.1, 1d / 3);
    }

    @Check(Requirement.EMPTY_STRINGS)
    public void emptyTexts() {
        kept(string(10), "");
        kept(TEXT, "");
    }

    @Check(Requirement.TRAILING_BLANKS)
    public void blanks() {
        kept(string(10), " ", " a ", "\t");
    }

    @Check(Requirement.UNICODE)
    public void textsOfManyLanguages() {
        kept(string(60), "Größe déjà łódź", "Ελληνικά русский", "日本語 中文 한국어", "עברית العربية");
    }

    @Check({Requirement.UNICODE, Requirement.SUPPLEMENTARY_CHARACTERS})
    public void charactersOutsideTheBasicPlane() {
        kept(string(20), "😀 𝄞", "👩‍👩‍👧");
    }

    @Check
    public void longTexts() {
        kept(TEXT, "0123456789".repeat(6_000));
    }

    @Check
    public void longBinaries() {
        byte[] every = new byte[70_000];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        MetaData metadata = new MetaData();
        Table table = metadata.table(
                "long_binaries", column("id", INTEGER).primaryKey().autoincrement(false), column("v", BINARY));
        withTables(metadata, c -> {
            c.execute(table.insert(), params("id", 1, "v", every));
            assertThat(c.execute(select(table.<byte[]>c("v"))).scalar(byte[].class))
                    .isEqualTo(every);
        });
    }

    @Check
    public void dates() {
        kept(DATE, LocalDate.of(1752, 9, 14), LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));
    }

    @Check(Requirement.ANCIENT_DATES)
    public void datesOfLongAgo() {
        kept(DATE, LocalDate.of(1, 1, 1), LocalDate.of(1000, 2, 28), LocalDate.of(1582, 10, 4));
    }

    @Check(Requirement.TIME_OF_DAY)
    public void timesOfDay() {
        kept(TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    }

    @Check({Requirement.TIME_OF_DAY, Requirement.FRACTIONAL_TIME})
    public void fractionsOfTimes() {
        kept(TIME, LocalTime.of(1, 2, 3, 456_789_000));
    }

    @Check(Requirement.MICROSECONDS)
    public void microseconds() {
        kept(
                TIMESTAMP,
                LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_000));
    }

    @Check
    public void hoursThatNoClockShows() {
        // skipped or repeated when clocks change in much of the world; a timestamp without zone knows nothing of that
        kept(TIMESTAMP, LocalDateTime.of(2024, 3, 31, 2, 30), LocalDateTime.of(2024, 3, 10, 2, 30));
    }

    @SafeVarargs
    private <T> void kept(Type<T> type, T... values) {
        MetaData metadata = new MetaData();
        Table table = metadata.table(
                "extreme_values", column("id", INTEGER).primaryKey().autoincrement(false), column("v", type));
        withTables(metadata, c -> {
            for (int i = 0; i < values.length; i++) {
                c.execute(table.insert(), params("id", i, "v", values[i]));
            }
            assertThat(c.execute(select(table.<T>c("v")).orderBy(table.<Integer>c("id")))
                            .scalars(table.<T>c("v")))
                    .isEqualTo(List.of(values));
        });
    }
}
