package org.aludel.core.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.aludel.core.dialect.Dialects;
import org.aludel.core.dialect.UrlSecrets;
import org.aludel.core.pool.StandalonePool;
import org.aludel.core.reflection.CoreInspector;
import org.aludel.engine.Connection;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineBuilder;
import org.aludel.engine.Isolation;
import org.aludel.engine.KnownDialect;
import org.aludel.engine.Pool;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.TwoPhase;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.EngineProvider;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Inspector;
import org.jspecify.annotations.Nullable;

/** The one implementation of engines, as {@link Engine} finds it. */
public final class CoreEngineProvider implements EngineProvider {

    private static final String PREFIX = "aludel.";
    private static final String JNDI = "java:";

    @Override
    public EngineBuilder builder(String url) {
        return url.startsWith(JNDI) ? builder(lookUp(url)) : CoreEngineBuilder.forUrl(url);
    }

    @Override
    public EngineBuilder builder(DataSource dataSource) {
        return CoreEngineBuilder.forDataSource(dataSource);
    }

    @Override
    public EngineBuilder builder(Map<String, String> properties) {
        Map<String, String> settings = new LinkedHashMap<>();
        properties.forEach(
                (key, value) -> settings.put(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key, value));
        EngineBuilder builder = start(settings);
        settings.forEach((key, value) -> apply(builder, key, value));
        return builder;
    }

    private EngineBuilder start(Map<String, String> settings) {
        String url = settings.remove("url");
        String dataSource = settings.remove("datasource");
        if ((url == null) == (dataSource == null)) {
            throw new ArgumentException(
                    "ALU-0204",
                    "an engine needs either a url or a datasource; where: properties " + settings.keySet()
                            + "; what to do: give aludel.url=dialect://... or aludel.datasource=java:comp/...");
        }
        return url != null ? builder(url) : builder(lookUp(String.valueOf(dataSource)));
    }

    private static DataSource lookUp(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new ArgumentException(
                    "ALU-0208",
                    "no DataSource is found under this name; where: JNDI name " + name
                            + "; what to do: define it in the server, or give a url",
                    e);
        }
    }

    private static void apply(EngineBuilder builder, String key, String value) {
        switch (key) {
            case "name" -> builder.name(value);
            case "user" -> builder.user(value);
            case "password" -> builder.password(value);
            case "dialect" -> builder.dialect(value);
            case "isolation" -> builder.isolation(isolation(key, value));
            case "echo" -> echo(builder, key, value);
            case "hide-parameters" -> builder.hideParameters(Boolean.parseBoolean(value));
            case "read-only" -> builder.readOnly(Boolean.parseBoolean(value));
            case "volatile-two-phase" -> builder.volatileTwoPhase(Boolean.parseBoolean(value));
            case "statement-cache-size" -> builder.statementCacheSize(number(key, value));
            case "statement-timeout" -> builder.statementTimeout(duration(key, value));
            case "fetch-size" -> builder.fetchSize(number(key, value));
            case "pool.size" -> builder.pool(p -> p.size(number(key, value)));
            case "pool.max-overflow" -> builder.pool(p -> p.maxOverflow(number(key, value)));
            case "pool.timeout" -> builder.pool(p -> p.timeout(duration(key, value)));
            case "pool.recycle" -> builder.pool(p -> p.recycle(duration(key, value)));
            case "pool.pre-ping" -> builder.pool(p -> p.prePing(Boolean.parseBoolean(value)));
            case "pool.trace-leaks" -> builder.pool(p -> p.traceLeaks(Boolean.parseBoolean(value)));
            case "pool.thread-local" -> builder.pool(p -> p.threadLocal(Boolean.parseBoolean(value)));
            case "pool.echo" -> builder.pool(p -> p.echo(Boolean.parseBoolean(value)));
            case "pool.kind" -> builder.pool(p -> p.kind(kind(key, value)));
            default -> {
                if (key.startsWith("property.")) {
                    builder.property(key.substring("property.".length()), value);
                } else if (key.startsWith("option.")) {
                    builder.option(key.substring("option.".length()), value);
                } else {
                    throw invalid(key, value, "a known setting", null);
                }
            }
        }
    }

    /** {@code true}, {@code false}, or names of categories: {@code engine, rows, pool}. */
    private static void echo(EngineBuilder builder, String key, String value) {
        if (value.trim().equalsIgnoreCase("true") || value.trim().equalsIgnoreCase("false")) {
            builder.echo(Boolean.parseBoolean(value.trim()));
            return;
        }
        for (String category : value.split(",")) {
            try {
                builder.echo(EchoCategory.valueOf(category.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw invalid(key, value, "true, false or some of " + List.of(EchoCategory.values()), e);
            }
        }
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            throw invalid(key, value, "a whole number", e);
        }
    }

    /** {@code PT5S}, {@code 5s}, {@code 500ms}, or seconds as a number. */
    private static Duration duration(String key, String value) {
        String text = value.trim().toLowerCase(Locale.ROOT);
        try {
            if (text.endsWith("ms")) {
                return Duration.ofMillis(
                        Long.parseLong(text.substring(0, text.length() - 2).trim()));
            }
            if (text.startsWith("p")) {
                return Duration.parse(text);
            }
            return Duration.ofSeconds(Long.parseLong(
                    text.endsWith("s") ? text.substring(0, text.length() - 1).trim() : text));
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            throw invalid(key, value, "a time, as 5s, 500ms or PT5S", e);
        }
    }

    private static Isolation isolation(String key, String value) {
        try {
            return Isolation.valueOf(
                    value.trim().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw invalid(key, value, "one of " + List.of(Isolation.values()), e);
        }
    }

    private static PoolConfig.Kind kind(String key, String value) {
        try {
            return PoolConfig.Kind.valueOf(value.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(key, value, "one of " + List.of(PoolConfig.Kind.values()), e);
        }
    }

    private static ArgumentException invalid(String key, String value, String wanted, @Nullable Exception cause) {
        return new ArgumentException(
                "ALU-0204",
                "a setting can't be used; where: aludel." + key + "="
                        + (UrlSecrets.isSecret(key) ? "***" : UrlSecrets.maskText(value)) + "; what to do: give "
                        + wanted,
                cause);
    }

    @Override
    public Pool pool(ConnectionOpener opener, Consumer<PoolConfig> settings) {
        return StandalonePool.of(opener, settings);
    }

    @Override
    public Inspector inspector(Engine engine) {
        return new CoreInspector(engine);
    }

    @Override
    public Inspector inspector(Connection connection) {
        return new CoreInspector(connection);
    }

    @Override
    public TwoPhase beginTwoPhase(List<Engine> engines) {
        return CoreTwoPhase.begin(engines);
    }

    @Override
    public void recoverTwoPhase(List<Engine> engines) {
        CoreTwoPhase.recover(engines);
    }

    @Override
    public List<String> dialects() {
        return Dialects.find().forms();
    }

    @Override
    public List<KnownDialect> knownDialects() {
        return DialectListing.all();
    }

    @Override
    public KnownDialect knownDialect(String name) {
        return DialectListing.of(Dialects.find().named(name));
    }
}
