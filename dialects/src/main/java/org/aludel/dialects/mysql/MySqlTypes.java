package org.aludel.dialects.mysql;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types of MySQL's and MariaDB's own, for tables that are made for them.
 *
 * <pre>{@code
 * metadata.table("hit",
 *         column("id", MySqlTypes.bigint().unsigned()).primaryKey(),
 *         column("kind", MySqlTypes.enumType("view", "click")),
 *         column("text", MySqlTypes.mediumtext().charset("utf8mb4")));
 * }</pre>
 *
 * @since 0.1
 */
public final class MySqlTypes {

    private MySqlTypes() {}

    static boolean isKnownTo(String dialect) {
        return dialect.equals("mysql") || dialect.equals("mariadb") || dialect.equals("standard");
    }

    private static <T> Type<T> own(String spelling, Type<T> base) {
        return new SpelledType<>(spelling, base, "mysql", "mariadb");
    }

    // ---- whole numbers

    /** TINYINT: one byte. */
    public static MySqlNumber<Short> tinyint() {
        return new MySqlNumber<>("TINYINT", Types.SMALLINT);
    }

    /** TINYINT shown with so many digits; {@code tinyint(1)} is what BOOL stands for. */
    public static MySqlNumber<Short> tinyint(int width) {
        return new MySqlNumber<>("TINYINT(" + width + ")", Types.SMALLINT);
    }

    /** SMALLINT: two bytes. */
    public static MySqlNumber<Integer> smallint() {
        return new MySqlNumber<>("SMALLINT", Types.INTEGER);
    }

    /** SMALLINT shown with so many digits. */
    public static MySqlNumber<Integer> smallint(int width) {
        return new MySqlNumber<>("SMALLINT(" + width + ")", Types.INTEGER);
    }

    /** MEDIUMINT: three bytes. */
    public static MySqlNumber<Integer> mediumint() {
        return new MySqlNumber<>("MEDIUMINT", Types.INTEGER);
    }

    /** MEDIUMINT shown with so many digits. */
    public static MySqlNumber<Integer> mediumint(int width) {
        return new MySqlNumber<>("MEDIUMINT(" + width + ")", Types.INTEGER);
    }

    /** INTEGER: four bytes, so that an unsigned one needs a {@code long}. */
    public static MySqlNumber<Long> integer() {
        return new MySqlNumber<>("INTEGER", Types.BIGINT);
    }

    /** INTEGER shown with so many digits. */
    public static MySqlNumber<Long> integer(int width) {
        return new MySqlNumber<>("INTEGER(" + width + ")", Types.BIGINT);
    }

    /** BIGINT: eight bytes. */
    public static MySqlNumber<Long> bigint() {
        return new MySqlNumber<>("BIGINT", Types.BIGINT);
    }

    /** BIGINT shown with so many digits. */
    public static MySqlNumber<Long> bigint(int width) {
        return new MySqlNumber<>("BIGINT(" + width + ")", Types.BIGINT);
    }

    /** BIT: one bit. */
    public static Type<byte[]> bit() {
        return bit(0);
    }

    /** BIT: so many bits, 0 for the database's own number. */
    public static Type<byte[]> bit(int length) {
        return own(sized("BIT", length), Types.BINARY);
    }

    /** YEAR. */
    public static Type<Integer> year() {
        return own("YEAR", Types.INTEGER);
    }

    /** YEAR shown with so many digits. */
    public static Type<Integer> year(int width) {
        return own("YEAR(" + width + ")", Types.INTEGER);
    }

    // ---- other numbers

    /** NUMERIC. */
    public static MySqlNumber<BigDecimal> numeric() {
        return new MySqlNumber<>("NUMERIC", Types.NUMERIC);
    }

    /** NUMERIC with a precision. */
    public static MySqlNumber<BigDecimal> numeric(int precision) {
        return new MySqlNumber<>("NUMERIC(" + precision + ")", Types.NUMERIC);
    }

    /** NUMERIC with precision and scale. */
    public static MySqlNumber<BigDecimal> numeric(int precision, int scale) {
        return new MySqlNumber<>(pair("NUMERIC", precision, scale), Types.NUMERIC);
    }

    /** DECIMAL. */
    public static MySqlNumber<BigDecimal> decimal() {
        return new MySqlNumber<>("DECIMAL", Types.NUMERIC);
    }

    /** DECIMAL with a precision. */
    public static MySqlNumber<BigDecimal> decimal(int precision) {
        return new MySqlNumber<>("DECIMAL(" + precision + ")", Types.NUMERIC);
    }

    /** DECIMAL with precision and scale. */
    public static MySqlNumber<BigDecimal> decimal(int precision, int scale) {
        return new MySqlNumber<>(pair("DECIMAL", precision, scale), Types.NUMERIC);
    }

    /** FLOAT. */
    public static MySqlNumber<Float> floatType() {
        return new MySqlNumber<>("FLOAT", Types.FLOAT);
    }

    /** FLOAT with a precision in bits. */
    public static MySqlNumber<Float> floatType(int precision) {
        return new MySqlNumber<>("FLOAT(" + precision + ")", Types.FLOAT);
    }

    /** FLOAT with digits, and those after the point. */
    public static MySqlNumber<Float> floatType(int precision, int scale) {
        return new MySqlNumber<>(pair("FLOAT", precision, scale), Types.FLOAT);
    }

    /** DOUBLE. */
    public static MySqlNumber<Double> doubleType() {
        return new MySqlNumber<>("DOUBLE", Types.DOUBLE);
    }

    /** DOUBLE with digits, and those after the point. */
    public static MySqlNumber<Double> doubleType(int precision, int scale) {
        return new MySqlNumber<>(pair("DOUBLE", precision, scale), Types.DOUBLE);
    }

    /** REAL, which is DOUBLE here. */
    public static MySqlNumber<Double> real() {
        return new MySqlNumber<>("REAL", Types.DOUBLE);
    }

    /** REAL with digits, and those after the point. */
    public static MySqlNumber<Double> real(int precision, int scale) {
        return new MySqlNumber<>(pair("REAL", precision, scale), Types.DOUBLE);
    }

    // ---- times

    /** DATETIME; with {@code fsp} so many digits after the second. */
    public static MySqlTime<LocalDateTime> datetime() {
        return new MySqlTime<>("DATETIME", Types.TIMESTAMP, 0);
    }

    /** TIMESTAMP; with {@code fsp} so many digits after the second. */
    public static MySqlTime<LocalDateTime> timestamp() {
        return new MySqlTime<>("TIMESTAMP", Types.TIMESTAMP, 0);
    }

    /** TIME; with {@code fsp} so many digits after the second. */
    public static MySqlTime<LocalTime> time() {
        return new MySqlTime<>("TIME", Types.TIME, 0);
    }

    // ---- text

    /** CHAR: one character. */
    public static MySqlText<String> charType() {
        return charType(0);
    }

    /** VARCHAR of so many characters. */
    public static MySqlText<String> varchar(int length) {
        return new MySqlText<>("VARCHAR(" + length + ")", Types.STRING);
    }

    /** CHAR of so many characters. */
    public static MySqlText<String> charType(int length) {
        return new MySqlText<>(sized("CHAR", length), Types.STRING);
    }

    /** NATIONAL VARCHAR of so many characters. */
    public static MySqlText<String> nvarchar(int length) {
        return varchar(length).national();
    }

    /** NATIONAL CHAR of so many characters. */
    public static MySqlText<String> nchar(int length) {
        return charType(length).national();
    }

    /** TEXT: up to 64 KB. */
    public static MySqlText<String> text() {
        return new MySqlText<>("TEXT", Types.TEXT);
    }

    /** TEXT for so many characters. */
    public static MySqlText<String> text(int length) {
        return new MySqlText<>(sized("TEXT", length), Types.TEXT);
    }

    /** TINYTEXT: up to 255 bytes. */
    public static MySqlText<String> tinytext() {
        return new MySqlText<>("TINYTEXT", Types.TEXT);
    }

    /** MEDIUMTEXT: up to 16 MB. */
    public static MySqlText<String> mediumtext() {
        return new MySqlText<>("MEDIUMTEXT", Types.TEXT);
    }

    /** LONGTEXT: up to 4 GB. */
    public static MySqlText<String> longtext() {
        return new MySqlText<>("LONGTEXT", Types.TEXT);
    }

    /** ENUM of some labels. */
    public static MySqlText<String> enumType(String... labels) {
        return new MySqlText<>(labelled("ENUM", labels), Types.STRING);
    }

    /** SET: some of the labels, as text with commas. */
    public static MySqlText<String> set(String... labels) {
        return new MySqlText<>(labelled("SET", labels), Types.STRING);
    }

    // ---- bytes

    /** BLOB: up to 64 KB. */
    public static Type<byte[]> blob() {
        return own("BLOB", Types.BINARY);
    }

    /** BLOB for so many bytes. */
    public static Type<byte[]> blob(int length) {
        return own(sized("BLOB", length), Types.BINARY);
    }

    /** TINYBLOB: up to 255 bytes. */
    public static Type<byte[]> tinyblob() {
        return own("TINYBLOB", Types.BINARY);
    }

    /** MEDIUMBLOB: up to 16 MB. */
    public static Type<byte[]> mediumblob() {
        return own("MEDIUMBLOB", Types.BINARY);
    }

    /** LONGBLOB: up to 4 GB. */
    public static Type<byte[]> longblob() {
        return own("LONGBLOB", Types.BINARY);
    }

    /** BINARY: one byte. */
    public static Type<byte[]> binary() {
        return binary(0);
    }

    /** BINARY of so many bytes. */
    public static Type<byte[]> binary(int length) {
        return own(sized("BINARY", length), Types.BINARY);
    }

    /** VARBINARY of so many bytes. */
    public static Type<byte[]> varbinary(int length) {
        return own("VARBINARY(" + length + ")", Types.BINARY);
    }

    private static String sized(String name, int length) {
        return length > 0 ? name + "(" + length + ")" : name;
    }

    private static String pair(String name, int precision, int scale) {
        return name + "(" + precision + ", " + scale + ")";
    }

    private static String labelled(String name, String... labels) {
        return Arrays.stream(labels)
                .map(label -> "'" + label.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(",", name + "(", ")"));
    }
}
