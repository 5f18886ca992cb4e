package org.aludel.core.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A URL of our own form: {@code dialect[+driver]://user:password@host:port/database?option=value}.
 *
 * @param dialect name of the database
 * @param driver name after the plus, or null
 * @param user decoded, or null
 * @param password decoded, or null
 * @param host one or more hosts as written, or null
 * @param port or -1
 * @param database what follows the slash, without options; empty for none
 * @param options in order
 */
public record DatabaseUrl(
        String dialect,
        @Nullable String driver,
        @Nullable String user,
        @Nullable String password,
        @Nullable String host,
        int port,
        String database,
        Map<String, String> options) {

    private static final Pattern FORM = Pattern.compile(
            "(?<dialect>[A-Za-z][A-Za-z0-9_]*+)(?:\\+(?<driver>[A-Za-z0-9_]++))?+://"
                    + "(?:(?<user>[^:/@?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?:(?<host>\\[[0-9A-Fa-f:.%]+\\]|[\\p{L}\\p{N}._-]+)(?::(?<port>\\d+))?|"
                    + "(?<hosts>[\\p{L}\\p{N}._:\\[\\]-]+,[\\p{L}\\p{N}._:,\\[\\]-]+))?"
                    + "(?:/(?<database>[^?]*+))?(?:\\?(?<options>.*+))?",
            Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?:\\[[0-9A-Fa-f:.%]+\\]|[\\p{L}\\p{N}._-]+)(?::\\d+)?");
    private static final Pattern DIALECT = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+(?:\\+[A-Za-z0-9_]++)?+(?=://)");
    private static final Set<String> OLD_KEYS = Set.of(
            "dialect",
            "name",
            "type",
            "user",
            "username",
            "host",
            "port",
            "dbname",
            "database",
            "db",
            "filename",
            "file");
    private static final Pattern OPTION_NAME = Pattern.compile("[A-Za-z_]++(?==)");

    public DatabaseUrl {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Takes a URL apart.
     *
     * @throws ArgumentException ALU-0202 for another form; the message never has a part of it that may be the password
     */
    public static DatabaseUrl parse(String url) {
        Matcher dialect = DIALECT.matcher(url);
        boolean named = dialect.lookingAt();
        if (OPTION_NAME
                .matcher(url)
                .region(named ? dialect.end() + 3 : 0, url.length())
                .lookingAt()) {
            throw oldForm(named ? dialect.group() : null, url.substring(named ? dialect.end() + 3 : 0));
        }
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw unreadable(
                    url,
                    named
                            ? "host, port, or a special character in user or password can't be read"
                            : "no dialect:// stands at its beginning");
        }
        if (parts.group("user") != null && url.indexOf('@') != url.lastIndexOf('@')) {
            throw unreadable(url, "an at sign stands in the password or in an option");
        }
        String hosts = parts.group("hosts");
        if (hosts != null
                && !Arrays.stream(hosts.split(","))
                        .allMatch(each -> HOST.matcher(each).matches())) {
            throw unreadable(url, "one of several hosts can't be read");
        }
        String database = parts.group("database");
        try {
            return new DatabaseUrl(
                    parts.group("dialect"),
                    parts.group("driver"),
                    decode(parts.group("user")),
                    decode(parts.group("password")),
                    hosts != null ? hosts : parts.group("host"),
                    port(url, parts.group("port")),
                    database == null ? "" : database,
                    options(parts.group("options")));
        } catch (IllegalArgumentException e) {
            throw unreadable(url, "a percent sign is not followed by two hexadecimal digits");
        }
    }

    private static int port(String url, @Nullable String digits) {
        if (digits == null) {
            return -1;
        }
        if (digits.length() > 5 || Integer.parseInt(digits) > 65_535) {
            throw unreadable(url, "the port is greater than 65535");
        }
        return Integer.parseInt(digits);
    }

    private static ArgumentException unreadable(String url, String reason) {
        return new ArgumentException(
                "ALU-0202",
                "the database URL can't be read, " + reason + "; where: \"" + UrlSecrets.prefix(url)
                        + "...\"; what to do: write dialect://user:password@host:port/database?option=value, with"
                        + " special characters in user and password as %XX");
    }

    /** Host and port, with defaults for what is missing. */
    public String address(String defaultHost, int defaultPort) {
        String at = host == null ? defaultHost : host;
        return at.contains(",") ? at : at + ":" + (port < 0 ? defaultPort : port);
    }

    /** Options in the driver's words, and user and password among them where given. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>(options);
        if (user != null && !user.isEmpty()) {
            properties.put("user", user);
        }
        if (password != null) {
            properties.put("password", password);
        }
        return properties;
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return options;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            options.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return options;
    }

    private static @Nullable String decode(@Nullable String text) {
        return text == null ? null : decoded(text);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * {@code dialect=postgres&host=h&dbname=d&user=u}, or {@code postgres://host=h&database=d&user=u}: spelled out in the
     * form of today.
     */
    private static ArgumentException oldForm(@Nullable String before, String old) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : old.split("&")) {
            int equals = pair.indexOf('=');
            given.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        String dialect = before != null ? before : first(given, "dialect", "dialect", "name", "type");
        String user = first(given, "", "user", "username");
        String database = first(given, "", "dbname", "database", "db", "filename", "file");
        boolean secret = given.keySet().stream().anyMatch(UrlSecrets::isSecret);
        String host =
                first(given, given.containsKey("filename") || given.containsKey("file") ? "" : "localhost", "host");
        String modern = dialect + "://"
                + (user.isEmpty() ? "" : user + (secret ? ":***" : "") + "@")
                + host + (given.containsKey("port") ? ":" + first(given, "", "port") : "") + "/" + database;
        String shown = given.entrySet().stream()
                .filter(pair -> OLD_KEYS.contains(pair.getKey()) || UrlSecrets.isSecret(pair.getKey()))
                .map(pair -> pair.getKey() + "=" + (OLD_KEYS.contains(pair.getKey()) ? plain(pair.getValue()) : "***"))
                .collect(Collectors.joining("&"));
        return new ArgumentException(
                "ALU-0202",
                "the form key=value&... of database URLs is no longer read; where: \""
                        + (before == null ? "" : before + "://") + shown + "\"; what to do: write \"" + modern + "\"");
    }

    /** A value that may be more than a name is not shown. */
    private static String plain(String value) {
        return value.matches("[\\w./\\\\-]*") ? value : "***";
    }

    private static String first(Map<String, String> given, String otherwise, String... names) {
        for (String name : names) {
            String value = given.get(name);
            if (value != null) {
                return plain(value);
            }
        }
        return otherwise;
    }

    @Override
    public String toString() {
        return dialect + (driver == null ? "" : "+" + driver) + "://" + (user == null ? "" : user + "@")
                + (host == null ? "" : host) + (port < 0 ? "" : ":" + port) + "/" + database;
    }
}
