package org.aludel.core.engine;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.Dialects;
import org.aludel.core.dialect.UrlSecrets;
import org.aludel.core.pool.JdbcOpener;
import org.aludel.engine.KnownDialect;
import org.aludel.engine.KnownDialect.Argument;
import org.aludel.engine.KnownDialect.Reader;
import org.aludel.errors.AludelException;
import org.jspecify.annotations.Nullable;

/**
 * Describes the dialects on the class path: the parts of their URLs by the form that they publish, the engine's options,
 * and the options of the driver as the driver itself tells them.
 */
final class DialectListing {

    private static final Pattern SERVER = Pattern.compile("@host:(\\d+|port)");
    private static final Set<String> PARTS = Set.of("user", "password");

    private DialectListing() {}

    static List<KnownDialect> all() {
        List<KnownDialect> known = new ArrayList<>();
        for (DialectProvider provider : Dialects.find().providers()) {
            known.add(of(provider));
        }
        known.sort(Comparator.comparing(KnownDialect::name));
        return known;
    }

    static KnownDialect of(DialectProvider provider) {
        List<String> names = provider.names();
        List<Argument> arguments = new ArrayList<>(partsOf(provider.urlForm()));
        arguments.addAll(EngineOptions.described());
        arguments.addAll(ofDriver(provider, names.get(0)));
        return new KnownDialect(names.get(0), names.subList(1, names.size()), provider.urlForm(), arguments);
    }

    private static List<Argument> partsOf(String form) {
        List<Argument> parts = new ArrayList<>();
        Matcher server = SERVER.matcher(form);
        boolean embedded = form.contains(":///") || form.contains(":// ");
        parts.add(part("user", null, "name of the user", false));
        parts.add(part("password", null, "password of the user", false));
        if (server.find()) {
            String port = server.group(1).equals("port") ? null : server.group(1);
            parts.add(part("host", null, "computer that the server runs on", !embedded));
            parts.add(new Argument(
                    "port",
                    Reader.URL,
                    Integer.class,
                    port,
                    List.of(),
                    "port that the server listens on",
                    false,
                    false));
        }
        parts.add(
                part("database", null, embedded ? "name or file of the database" : "name of the database", !embedded));
        return parts;
    }

    private static Argument part(String name, @Nullable String usually, String description, boolean required) {
        return new Argument(
                name, Reader.URL, String.class, usually, List.of(), description, required, UrlSecrets.isSecret(name));
    }

    private static List<Argument> ofDriver(DialectProvider provider, String name) {
        List<Argument> arguments = new ArrayList<>();
        try {
            String rest = provider.urlForm().contains(":///") ? ":///database" : "://localhost/database";
            ConnectArguments connect = provider.connect(DatabaseUrl.parse(name + rest));
            Driver named = new JdbcOpener(connect).driver();
            Driver driver = named == null ? DriverManager.getDriver(connect.jdbcUrl()) : named;
            DriverPropertyInfo[] told = driver.getPropertyInfo(connect.jdbcUrl(), new Properties());
            for (DriverPropertyInfo info : told == null ? new DriverPropertyInfo[0] : told) {
                if (!PARTS.contains(info.name.toLowerCase(Locale.ROOT))) {
                    arguments.add(option(info));
                }
            }
        } catch (AludelException | SQLException e) {
            arguments.clear(); // the driver is not on the class path, or does not tell
        } catch (RuntimeException | LinkageError e) {
            arguments.clear(); // a driver that lacks a jar, or stumbles over being asked must not hide the other
            // databases
        }
        arguments.sort(Comparator.comparing(Argument::name));
        return arguments;
    }

    private static Argument option(DriverPropertyInfo info) {
        boolean secret = UrlSecrets.isSecret(info.name);
        List<String> choices = info.choices == null
                ? List.of()
                : Arrays.stream(info.choices).filter(Objects::nonNull).toList();
        return new Argument(
                info.name,
                Reader.DRIVER,
                String.class,
                secret || info.value == null || info.value.isEmpty() ? null : info.value,
                choices,
                info.description == null ? "" : info.description,
                false,
                secret);
    }
}
