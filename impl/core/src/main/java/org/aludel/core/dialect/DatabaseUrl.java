package org.aludel.core.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final Pattern FORM =
            Pattern.compile("(?<dialect>[A-Za-z][A-Za-z0-9_]*)(?:\\+(?<driver>[A-Za-z0-9_]+))?://"
                    + "(?:(?<user>[^:/@?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?:(?<host>\\[[^\\]]+\\]|[^:/?,]+)(?::(?<port>\\d+))?|(?<hosts>[^/?]+,[^/?]+))?"
                    + "(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");
    private static final Pattern OLD_FORM = Pattern.compile("[A-Za-z_]+=[^&/]*(?:&[A-Za-z_]+=[^&]*)*");

    public DatabaseUrl {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Takes a URL apart.
     *
     * @throws ArgumentException ALU-0202 for another form; the message never has the password
     */
    public static DatabaseUrl parse(String url) {
        if (OLD_FORM.matcher(url).matches()) {
            throw oldForm(url);
        }
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new ArgumentException(
                    "ALU-0202",
                    "the database URL can't be read; where: \"" + UrlSecrets.mask(url)
                            + "\"; what to do: write dialect://user:password@host:port/database?option=value, with"
                            + " special characters in user and password as %XX");
        }
        String hosts = parts.group("hosts");
        String port = parts.group("port");
        String database = parts.group("database");
        return new DatabaseUrl(
                parts.group("dialect"),
                parts.group("driver"),
                decode(parts.group("user")),
                decode(parts.group("password")),
                hosts != null ? hosts : parts.group("host"),
                port == null ? -1 : Integer.parseInt(port),
                database == null ? "" : database,
                options(parts.group("options")));
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

    /** {@code dialect=postgres&host=h&dbname=d&user=u}: spelled out in the form of today. */
    private static ArgumentException oldForm(String url) {
        Map<String, String> given = options(url);
        String dialect =
                given.getOrDefault("dialect", given.getOrDefault("name", given.getOrDefault("type", "dialect")));
        String user = given.getOrDefault("user", "");
        String modern = dialect + "://"
                + (user.isEmpty() ? "" : user + (given.containsKey("password") ? ":***" : "") + "@")
                + given.getOrDefault("host", "localhost")
                + (given.containsKey("port") ? ":" + given.get("port") : "") + "/"
                + given.getOrDefault(
                        "dbname",
                        given.getOrDefault("database", given.getOrDefault("db", given.getOrDefault("filename", ""))));
        String shown = given.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + (e.getKey().toLowerCase(java.util.Locale.ROOT).contains("pass") ? "***" : e.getValue()))
                .collect(Collectors.joining("&"));
        return new ArgumentException(
                "ALU-0202",
                "the form key=value&... of database URLs is no longer read; where: \"" + shown
                        + "\"; what to do: write \"" + modern + "\"");
    }

    @Override
    public String toString() {
        return dialect + (driver == null ? "" : "+" + driver) + "://" + (user == null ? "" : user + "@")
                + (host == null ? "" : host) + (port < 0 ? "" : ":" + port) + "/" + database;
    }
}
