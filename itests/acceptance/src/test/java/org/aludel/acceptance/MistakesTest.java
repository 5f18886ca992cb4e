package org.aludel.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.aludel.acceptance.mistakes.Owner;
import org.aludel.acceptance.mistakes.Pet;
import org.aludel.cdi.AludelExtension;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.MappingException;
import org.aludel.errors.NotInstrumentedException;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.quickstart.model.Artist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes a newcomer makes: each gets one message that says what, where and what to do. */
class MistakesTest {

    @Test
    void anUnmappedClassIsNamedWithWhatIsMapped() {
        try (Engine engine = Engine.create("h2:///mem:mistakes");
                SessionFactory sessions =
                        SessionFactory.builder(engine).map(Pet.class).build();
                Session session = sessions.open()) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> session.query(Artist.class).all())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0421"))
                    .withMessageContaining(Artist.class.getName() + " is not mapped")
                    .withMessageContaining("Pet")
                    .withMessageContaining("what to do: ");
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> session.add("not mapped at all"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0421"))
                    .withMessageContaining("java.lang.String is not mapped");
        }
    }

    @Test
    void aClassThatIsNotInstrumentedIsNamedWithItsPlaceAndTheRemedies(@TempDir Path directory) throws Exception {
        try (URLClassLoader loader = compilePlainly(directory);
                Engine engine = Engine.create("h2:///mem:mistakes")) {
            Class<?> plain = loader.loadClass("shop.Plain");
            assertThatExceptionOfType(NotInstrumentedException.class)
                    .isThrownBy(() -> SessionFactory.builder(engine).map(plain).build())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0401"))
                    .withMessageContaining("shop.Plain")
                    .withMessageContaining(directory.toString())
                    .withMessageContaining("aludel-instrument");
        }
    }

    /** Compiles a mapped class as a build without our processor does. */
    private static URLClassLoader compilePlainly(Path directory) throws Exception {
        Path source = directory.resolve("Plain.java");
        Files.writeString(source, """
                package shop;

                @org.aludel.orm.Mapped(table = "plain")
                public class Plain {
                    @org.aludel.orm.Id
                    private Integer id;
                }
                """);
        String api = Path.of(Engine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xplugin:aludel guard=off",
                        "-cp",
                        api,
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(result).isZero();
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, MistakesTest.class.getClassLoader());
    }

    @Test
    void aMissingForeignKeyIsToldWithTheWayToDeclareIt() {
        try (Engine engine = Engine.create("h2:///mem:mistakes")) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> SessionFactory.builder(engine)
                            .map(Owner.class, Pet.class)
                            .build())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0417"))
                    .withMessageContaining("Owner.pets: no foreign key leads from pet to owner")
                    .withMessageContaining("@References(\"owner.id\")");
        }
    }

    @Test
    void aDeploymentListsAllMistakesAtOnce() {
        DeploymentException refused = refusedDeployment(
                Map.of("aludel.url", "h2:///mem:mistakes", "aludel.mapped.packages", "org.aludel.acceptance.mistakes"));
        assertThat(refused)
                .hasMessageContaining("ALU-0417 ")
                .hasMessageContaining("Owner.pets: no foreign key leads from pet to owner")
                .hasMessageContaining("ALU-0440 ")
                .hasMessageContaining("Keyless");
    }

    @Test
    void aDeploymentListsAWrongUrlBesideTheMistakesOfTheMapping() {
        DeploymentException refused = refusedDeployment(
                Map.of("aludel.url", "h3:///mem:mistakes", "aludel.mapped.packages", "org.aludel.acceptance.mistakes"));
        assertThat(refused)
                .hasMessageContaining("ALU-0201 ")
                .hasMessageContaining("\"h3\"")
                .hasMessageContaining("ALU-0417 ")
                .hasMessageContaining("ALU-0440 ");
    }

    private static DeploymentException refusedDeployment(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            Throwable refused = catchThrowable(() -> SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(AludelExtension.class)
                    .initialize()
                    .close());
            for (Throwable e = refused; e != null; e = e.getCause()) {
                if (e instanceof DeploymentException deployment
                        && String.valueOf(e.getMessage()).contains("ALU-")) {
                    return deployment;
                }
            }
            throw new AssertionError("the deployment was not refused as it should", refused);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void aWrongUrlIsAnsweredWithTheFormsThatWork() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Engine.create("oracl://scott:tiger@localhost/test"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0201"))
                .withMessageContaining("no dialect is named \"oracl\"")
                .withMessageContaining("postgresql[+pgjdbc]://user:password@host:5432/database")
                .withMessageContaining("h2:///");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Engine.create("postgresql:/scott:tiger@localhost"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("ALU-0202"))
                .withMessageContaining("dialect://user:password@host:port/database")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tiger"));
    }

    @Test
    void aDatabaseThatIsDownIsNamedWithItsAddress() throws IOException {
        int port = closedPort();
        try (Engine engine = Engine.builder("postgresql://scott:tiger@localhost:" + port + "/test")
                .pool(p -> p.timeout(java.time.Duration.ofSeconds(2)))
                .build()) {
            assertThatExceptionOfType(DisconnectedException.class)
                    .isThrownBy(() -> engine.connect().close())
                    .withMessageContaining("localhost:" + port)
                    .withMessageContaining("what to do: ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tiger"));
        }
    }

    @Test
    void aDatabaseThatIsDownIsNamedInAnApplicationToo() throws IOException {
        int port = closedPort();
        try (ShopApplication shop = ShopApplication.start("postgresql://scott:tiger@localhost:" + port + "/test")) {
            shop.newRequest();
            assertThatExceptionOfType(DisconnectedException.class)
                    .isThrownBy(
                            () -> shop.get(Session.class).query(Artist.class).all())
                    .withMessageContaining("localhost:" + port)
                    .withMessageContaining("what to do: ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tiger"));
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void aConstraintViolatedAtCommitReachesTheCallerByName() {
        try (ShopApplication shop = ShopApplication.start("h2:///mem:violation", Sales.class)) {
            shop.get(SessionFactory.class).metaData().createAll(shop.get(Engine.class));
            Throwable failure = catchThrowable(() -> shop.get(Sales.class).addAlbumWithoutTitle());
            assertThat(failure).isNotNull();
            List<IntegrityException> violated = new ArrayList<>();
            for (Throwable e = failure; e != null; e = e.getCause()) {
                if (e instanceof IntegrityException found) {
                    violated.add(found);
                }
            }
            assertThat(violated).as("causes of %s", failure).hasSize(1);
            assertThat(violated.get(0).kind()).isEqualTo(IntegrityException.Kind.NOT_NULL);
            assertThat(violated.get(0).constraint()).isEqualToIgnoringCase("title");
            shop.newRequest();
            assertThat(shop.get(Session.class).query(Artist.class).count()).isZero();
        }
    }
}
