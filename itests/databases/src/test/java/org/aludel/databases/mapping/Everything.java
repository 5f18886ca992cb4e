package org.aludel.databases.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** A field of every Java type that has a column type. */
@Mapped
public class Everything {

    @Id
    Long id;

    boolean truth;
    byte tiny;
    short small;
    int number;
    long big;
    float single;
    double twice;
    char letter = 'a';

    Boolean truthOrNull;
    Byte tinyOrNull;
    Short smallOrNull;
    Integer numberOrNull;
    Long bigOrNull;
    Float singleOrNull;
    Double twiceOrNull;
    Character letterOrNull;

    @Col(length = 100)
    String text;

    @Col(precision = 20, scale = 4)
    BigDecimal amount;

    BigInteger huge;
    DayOfWeek day;
    LocalDate date;
    LocalTime time;
    LocalDateTime moment;
    OffsetDateTime zoned;
    Instant instant;
    Duration duration;

    @Col(length = 200)
    byte[] bytes;

    UUID uuid;

    @Col(json = true)
    String document;
}
