package org.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.errors.ArgumentException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    @Tag("ENG-01")
    void everyPartIsReadAndDecoded() {
        DatabaseUrl url =
                DatabaseUrl.parse("mysql+mariadb://scott:t%40ger%2F@db.example.org:3307/test?sslMode=disable&a=b%20c");
        assertThat(url.dialect()).isEqualTo("mysql");
        assertThat(url.driver()).isEqualTo("mariadb");
        assertThat(url.user()).isEqualTo("scott");
        assertThat(url.password()).isEqualTo("t@ger/");
        assertThat(url.address("localhost", 3306)).isEqualTo("db.example.org:3307");
        assertThat(url.database()).isEqualTo("test");
        assertThat(url.options()).containsEntry("sslMode", "disable").containsEntry("a", "b c");
        assertThat(url.properties()).containsEntry("user", "scott").containsEntry("password", "t@ger/");
        assertThat(url.toString()).doesNotContain("t@ger");
    }

    @Test
    @Tag("ENG-01")
    void filesMemoryAndSeveralHostsAreRead() {
        assertThat(DatabaseUrl.parse("h2:///mem:demo").database()).isEqualTo("mem:demo");
        assertThat(DatabaseUrl.parse("sqlite:////var/x.db").database()).isEqualTo("/var/x.db");
        assertThat(DatabaseUrl.parse("sqlite://").database()).isEmpty();
        assertThat(DatabaseUrl.parse("postgresql://localhost/test").address("x", 5432))
                .isEqualTo("localhost:5432");
        assertThat(DatabaseUrl.parse("postgresql://h1:1,h2:2/test").address("x", 5432))
                .isEqualTo("h1:1,h2:2");
        assertThat(DatabaseUrl.parse("postgresql://[::1]:5433/test").address("x", 5432))
                .isEqualTo("[::1]:5433");
    }

    @Test
    @Tag("ENG-01")
    void oldFormIsRefusedWithTheModernFormSpelledOut() {
        assertThatThrownBy(() -> DatabaseUrl.parse("dialect=postgres&user=scott&password=tiger&host=db&dbname=test"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0202")
                .hasMessageContaining("postgres://scott:***@db/test")
                .hasMessageNotContaining("tiger");
    }

    @Test
    @Tag("ENG-01")
    void unreadableUrlIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql//scott:tiger@host/db"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0202")
                .hasMessageContaining("dialect://user:password@host:port/database")
                .hasMessageNotContaining("tiger");
    }

    @Test
    @Tag("ENG-01")
    void passwordsInJdbcUrlsAreMasked() {
        assertThat(UrlSecrets.mask("jdbc:postgresql://h/db?user=u&password=geheim&x=1"))
                .isEqualTo("jdbc:postgresql://h/db");
        assertThat(UrlSecrets.mask("jdbc:sqlserver://h;user=u;password=geheim;x=1"))
                .doesNotContain("geheim");
        assertThat(UrlSecrets.mask("jdbc:oracle:thin:scott/geheim@h:1521/x")).doesNotContain("geheim");
        assertThat(UrlSecrets.mask("mysql://u:geheim@h/x?trustStorePassword=geheim"))
                .doesNotContain("geheim");
    }
}
