package org.aludel.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.engine.PoolConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ENG-01")
class ConnectTest {

    private static DialectProvider provider(String name) {
        return ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.names().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static ConnectArguments connect(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        return provider(parsed.dialect()).connect(parsed);
    }

    @Test
    @Tag("DIA-04")
    void h2InMemoryLivesAsLongAsItsEngine() {
        ConnectArguments arguments = connect("h2:///mem:demo");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1");
        assertThat(arguments.closingStatement()).isEqualTo("SET DB_CLOSE_DELAY 0");
        assertThat(arguments.properties()).containsEntry("user", "sa");
    }

    @Test
    @Tag("DIA-04")
    void h2OnDiskAndOnServers() {
        assertThat(connect("h2:///data/app").jdbcUrl()).isEqualTo("jdbc:h2:./data/app");
        assertThat(connect("h2:////data/app?MODE=Oracle").jdbcUrl()).isEqualTo("jdbc:h2:/data/app;MODE=Oracle");
        assertThat(connect("h2://me:secret@host/app").jdbcUrl()).isEqualTo("jdbc:h2:tcp://host:9092/app");
    }

    @Test
    @Tag("DIA-01")
    void postgresql() {
        ConnectArguments arguments = connect("postgresql://scott:ti%40ger@localhost/test?ssl=false");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/test");
        assertThat(arguments.properties())
                .containsEntry("user", "scott")
                .containsEntry("password", "ti@ger")
                .containsEntry("ssl", "false");
        assertThatThrownBy(() -> connect("postgresql+psycopg://localhost/test")).hasMessageStartingWith("ALU-0201");
    }

    @Test
    @Tag("DIA-02")
    void bothDriversOfMySqlAndMariaDb() {
        assertThat(connect("mysql+mariadb://u:p@db.example/test").jdbcUrl())
                .isEqualTo("jdbc:mariadb://db.example:3306/test");
        assertThat(connect("mysql+mariadb://u:p@db.example/test").properties()).doesNotContainKey("sslMode");
        assertThat(connect("mariadb://u:p@localhost/test").properties()).containsEntry("sslMode", "disable");
        assertThat(connect("mariadb://u:p@localhost/test?sslMode=verify-full").properties())
                .containsEntry("sslMode", "verify-full");
        assertThat(connect("mysql+mysql://u:p@db.example:3307/test").jdbcUrl())
                .isEqualTo("jdbc:mysql://db.example:3307/test");
    }

    @Test
    @Tag("DIA-03")
    void sqliteFilesAndMemory() {
        assertThat(connect("sqlite:///app.db").jdbcUrl()).isEqualTo("jdbc:sqlite:app.db");
        assertThat(connect("sqlite:////var/app.db").jdbcUrl()).isEqualTo("jdbc:sqlite:/var/app.db");
        ConnectArguments memory = connect("sqlite://");
        assertThat(memory.jdbcUrl()).isEqualTo("jdbc:sqlite::memory:");
        assertThat(memory.poolKind())
                .as("each connection would be a database of its own")
                .isEqualTo(PoolConfig.Kind.SINGLE);
    }

    @Test
    void jdbcUrlsAreRecognised() {
        assertThat(provider("h2").acceptsJdbcUrl("jdbc:h2:mem:x")).isTrue();
        assertThat(provider("mysql").acceptsJdbcUrl("jdbc:mariadb://x/y")).isFalse();
        assertThat(provider("mariadb").acceptsJdbcUrl("jdbc:mariadb://x/y")).isTrue();
        assertThat(provider("sqlite").connect("jdbc:sqlite:x.db").jdbcUrl()).isEqualTo("jdbc:sqlite:x.db");
    }
}
