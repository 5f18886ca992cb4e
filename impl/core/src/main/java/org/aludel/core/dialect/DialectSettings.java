package org.aludel.core.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about one database of a dialect: its version, limits that were changed, and how statements shall look.
 * Immutable; each method that takes a value gives changed settings.
 *
 * <pre>{@code
 * CoreDialect old = SqlServer.dialect(s -> s.version(10, 0));      // OFFSET by row_number()
 * CoreDialect legacy = Oracle.dialect(s -> s.version(8, 0).option("useAnsi", false));
 * }</pre>
 *
 * An engine finds the version when it first connects; settings of a dialect made by hand leave it open, and then the
 * dialect writes for a present-day server.
 *
 * @since 0.1
 */
public final class DialectSettings {

    /** How an IN over a list that turns out to be empty is written. */
    public enum EmptyIn {
        /** {@code 1 != 1}, and {@code 1 = 1} for NOT IN. */
        STATIC,
        /** {@code x != x}, and {@code x = x} for NOT IN: null for a null. */
        DYNAMIC,
        /** As DYNAMIC, with a warning: such a query reads the whole table. */
        DYNAMIC_WARN
    }

    /** How the places of parameters are printed. Execution always uses JDBC's question marks. */
    public enum ParameterStyle {
        /** {@code ?} */
        QMARK,
        /** {@code :name} */
        NAMED,
        /** {@code %s}, percent signs doubled. */
        FORMAT,
        /** {@code %(name)s}, percent signs doubled. */
        PYFORMAT;

        /** Whether a percent sign of the SQL is written twice. */
        public boolean doublesPercent() {
            return this == FORMAT || this == PYFORMAT;
        }
    }

    /** The version of a server. */
    public record Version(int major, int minor, int patch) {

        /** Whether this version is that one or a later one. */
        public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
            if (major != otherMajor) {
                return major > otherMajor;
            }
            return minor != otherMinor ? minor > otherMinor : patch >= otherPatch;
        }

        @Override
        public String toString() {
            return major + "." + minor + (patch == 0 ? "" : "." + patch);
        }
    }

    /** Nothing said. */
    public static final DialectSettings DEFAULT =
            new DialectSettings(null, true, 0, 0, EmptyIn.STATIC, null, ParameterStyle.QMARK, Map.of());

    private final @Nullable Version version;
    private final boolean implicitReturning;
    private final int maxIdentifierLength;
    private final int labelLength;
    private final EmptyIn emptyIn;
    private final @Nullable Boolean nativeBoolean;
    private final ParameterStyle parameterStyle;
    private final Map<String, Object> options;

    private DialectSettings(
            @Nullable Version version,
            boolean implicitReturning,
            int maxIdentifierLength,
            int labelLength,
            EmptyIn emptyIn,
            @Nullable Boolean nativeBoolean,
            ParameterStyle parameterStyle,
            Map<String, Object> options) {
        this.version = version;
        this.implicitReturning = implicitReturning;
        this.maxIdentifierLength = maxIdentifierLength;
        this.labelLength = labelLength;
        this.emptyIn = emptyIn;
        this.nativeBoolean = nativeBoolean;
        this.parameterStyle = parameterStyle;
        this.options = options;
    }

    /** The version of the server; null if unknown. */
    public @Nullable Version version() {
        return version;
    }

    /** The same for a server of this version. */
    public DialectSettings version(int major, int minor) {
        return version(major, minor, 0);
    }

    /** The same for a server of this version. */
    public DialectSettings version(int major, int minor, int patch) {
        return new DialectSettings(
                new Version(major, minor, patch),
                implicitReturning,
                maxIdentifierLength,
                labelLength,
                emptyIn,
                nativeBoolean,
                parameterStyle,
                options);
    }

    /** Whether the server has this version or a later one; a server of unknown version counts as a present-day one. */
    public boolean isAtLeast(int major, int minor) {
        return isAtLeast(major, minor, 0);
    }

    /** Whether the server has this version or a later one; a server of unknown version counts as a present-day one. */
    public boolean isAtLeast(int major, int minor, int patch) {
        return version == null || version.isAtLeast(major, minor, patch);
    }

    /** Whether generated keys come back by RETURNING, where the database has it, without being asked for. */
    public boolean implicitReturning() {
        return implicitReturning;
    }

    /** The same with or without RETURNING for generated keys. */
    public DialectSettings implicitReturning(boolean on) {
        return new DialectSettings(
                version, on, maxIdentifierLength, labelLength, emptyIn, nativeBoolean, parameterStyle, options);
    }

    /** The greatest length of a name; 0 for what the dialect knows. */
    public int maxIdentifierLength() {
        return maxIdentifierLength;
    }

    /** The same with another greatest length of names. */
    public DialectSettings maxIdentifierLength(int length) {
        return new DialectSettings(
                version, implicitReturning, length, labelLength, emptyIn, nativeBoolean, parameterStyle, options);
    }

    /** The greatest length of a label made by the compiler; 0 for that of any name. */
    public int labelLength() {
        return labelLength;
    }

    /** The same with another greatest length of labels. */
    public DialectSettings labelLength(int length) {
        return new DialectSettings(
                version,
                implicitReturning,
                maxIdentifierLength,
                length,
                emptyIn,
                nativeBoolean,
                parameterStyle,
                options);
    }

    /** How an IN over an empty list is written. */
    public EmptyIn emptyIn() {
        return emptyIn;
    }

    /** The same with another way to write an IN over an empty list. */
    public DialectSettings emptyIn(EmptyIn strategy) {
        return new DialectSettings(
                version,
                implicitReturning,
                maxIdentifierLength,
                labelLength,
                strategy,
                nativeBoolean,
                parameterStyle,
                options);
    }

    /** Whether the database has truth values; null for what the dialect knows. */
    public @Nullable Boolean nativeBoolean() {
        return nativeBoolean;
    }

    /** The same for a database with or without truth values. */
    public DialectSettings nativeBoolean(boolean has) {
        return new DialectSettings(
                version, implicitReturning, maxIdentifierLength, labelLength, emptyIn, has, parameterStyle, options);
    }

    /** How the places of parameters are printed. */
    public ParameterStyle parameterStyle() {
        return parameterStyle;
    }

    /** The same with places of parameters printed in another way. */
    public DialectSettings parameterStyle(ParameterStyle style) {
        return new DialectSettings(
                version, implicitReturning, maxIdentifierLength, labelLength, emptyIn, nativeBoolean, style, options);
    }

    /** An option of one dialect, by its name; null if it was not given. */
    public @Nullable Object option(String name) {
        return options.get(name);
    }

    /** A switch of one dialect, by its name. */
    public boolean flag(String name, boolean otherwise) {
        return options.get(name) instanceof Boolean given ? given : otherwise;
    }

    /** The same with an option of one dialect. */
    public DialectSettings option(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put(name, value);
        return new DialectSettings(
                version,
                implicitReturning,
                maxIdentifierLength,
                labelLength,
                emptyIn,
                nativeBoolean,
                parameterStyle,
                Map.copyOf(all));
    }

    @Override
    public String toString() {
        return "DialectSettings[version=" + version + ", options=" + options + "]";
    }
}
