package org.aludel.servers;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.cdi.AludelExtension;
import org.aludel.core.engine.CoreEngine;
import org.aludel.dialects.h2.H2;
import org.aludel.engine.Engine;
import org.aludel.jta.JtaPlatform;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The quickstart as a deployment: classes only for Weld, which shares our class path, and a web archive with the
 * libraries for a server.
 */
final class ShopDeployment {

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private ShopDeployment() {}

    static boolean inServer() {
        return !"weld".equals(System.getProperty("aludel.server", "weld"));
    }

    static Archive<?> onH2() {
        return inServer() ? war("java:comp/DefaultDataSource", AUDIT) : classes(Map.of("url", "h2:///mem:shop"));
    }

    static Archive<?> onPostgreSql() {
        TestDatabase database = Databases.postgresql().createDatabase();
        return inServer()
                ? war("java:app/jdbc/shop", AUDIT + dataSource("shop", "org.postgresql.xa.PGXADataSource", database))
                : classes(Map.of("url", database.aludelUrl()));
    }

    /** Settings as system properties, because the container is in this JVM. */
    private static JavaArchive classes(Map<String, String> shop) {
        Map<String, String> settings = new LinkedHashMap<>(shop);
        settings.put("audit.url", "h2:///mem:audit");
        settings.put("mapped.packages", "org.aludel.quickstart.model, org.aludel.servers");
        settings.put("jta.node", "servers");
        settings.put("jta.directory", "target/transactions");
        settings.forEach((name, value) -> System.setProperty("aludel." + name, value));
        return ShrinkWrap.create(JavaArchive.class, "shop.jar")
                .addPackages(true, "org.aludel.quickstart")
                .addClasses(Ledger.class, Ledger.Inner.class, AuditLine.class, AuditLine_.class)
                .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
    }

    private static WebArchive war(String shopDataSource, String dataSources) {
        String settings = "aludel.datasource=" + shopDataSource + "\naludel.audit.datasource=java:app/jdbc/audit\n";
        WebArchive war = ShrinkWrap.create(WebArchive.class, "shop.war")
                .addPackages(true, "org.aludel.quickstart")
                .addClasses(
                        ContainerTransactions.class,
                        H2ContainerIT.class,
                        PostgreSqlContainerIT.class,
                        Ledger.class,
                        Ledger.Inner.class,
                        AuditLine.class,
                        AuditLine_.class)
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsWebInfResource(new StringAsset(WEB_XML.formatted(dataSources)), "web.xml")
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
        for (Class<?> library : new Class<?>[] {
            Engine.class,
            CoreEngine.class,
            DefaultSession.class,
            H2.class,
            JtaPlatform.class,
            AludelExtension.class,
            org.h2.Driver.class,
            org.postgresql.Driver.class,
            com.zaxxer.hikari.HikariConfig.class,
            org.assertj.core.api.Assertions.class,
            net.bytebuddy.ByteBuddy.class
        }) {
            addLibrary(war, library);
        }
        return war.addAsResource(
                new StringAsset(java.util.stream.Stream.of(
                                "Album",
                                "Artist",
                                "Customer",
                                "Employee",
                                "Genre",
                                "Invoice",
                                "InvoiceLine",
                                "MediaType",
                                "Playlist",
                                "Track")
                        .map(name -> "org.aludel.quickstart.model." + name)
                        .collect(Collectors.joining("\n", "", "\n" + AuditLine.class.getName() + "\n"))),
                "META-INF/aludel/mapped.list");
    }

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
            %s
            </web-app>
            """;

    private static final String AUDIT =
            dataSource("audit", "org.h2.jdbcx.JdbcDataSource", "jdbc:h2:mem:audit;DB_CLOSE_DELAY=-1", "sa", "");

    private static String dataSource(String name, String type, TestDatabase database) {
        return dataSource(name, type, database.jdbcUrl(), database.user(), database.password());
    }

    private static String dataSource(String name, String type, String url, String user, String password) {
        return """
                <data-source>
                  <name>java:app/jdbc/%s</name>
                  <class-name>%s</class-name>
                  <url>%s</url>
                  <user>%s</user>
                  <password>%s</password>
                </data-source>
                """.formatted(name, type, url.replace("&", "&amp;"), user, password);
    }

    /** A jar as it is, or a folder of classes as a jar: the tests run before and after packaging. */
    private static void addLibrary(WebArchive war, Class<?> library) {
        try {
            File place = Path.of(library.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
            if (place.isDirectory()) {
                war.addAsLibrary(ShrinkWrap.create(
                                JavaArchive.class,
                                place.getParentFile().getParentFile().getName() + "-"
                                        + library.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".jar")
                        .as(ExplodedImporter.class)
                        .importDirectory(place)
                        .as(JavaArchive.class));
            } else {
                war.addAsLibrary(place);
            }
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
