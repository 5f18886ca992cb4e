package org.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aludel.errors.ArgumentException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No URL, of whatever form and however broken, gives its password away. Each property is tried with random passwords that
 * hold the characters on which URLs are taken apart; a failure prints the URL.
 */
@Tag("ENG-01")
class UrlSecretsTest {

    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 400;
    private static final String SPECIAL = "@:/?#&;=%+,{}()[]'\"\\ !$*~|<>.";

    /** Forms of URLs, {@code §} for the password. */
    private static final List<String> FORMS = List.of(
            "postgresql://scott:§@db.example.org:5432/test",
            "postgresql://scott:§@h1:1,h2:2/test?ssl=true",
            "postgresql//scott:§@localhost/test",
            "postgresql:scott:§@localhost/test",
            "postgresql:/scott:§@localhost",
            "postgresql://scott:§",
            "postgresql://scott:§/test",
            "postgresql://:§@/",
            "postgresql://localhost:port/test?password=§",
            "postgresql://local host:x/test?password=§",
            "postgresql://localhost:99999999/test?user=scott&password=§&ssl=true",
            "postgresql://scott:§@host/%zz?x=%",
            "mysql+mariadb://u%40v:§@[::1]:3306/x?trustStorePassword=§",
            "dialect=postgres&user=scott&password=§&host=db&dbname=test",
            "postgres://database=test&host=127.0.0.1&user=scott&password=§",
            "dialect=postgres&pass=§",
            "jdbc:postgresql://localhost/test?user=scott&password=§",
            "jdbc:postgresql://scott:§@localhost/test",
            "jdbc:mysql://scott:§@localhost:3306/test",
            "jdbc:mysql://address=(host=h)(port=1)(user=u)(password=§)/db",
            "jdbc:mysql://(host=h,user=u,password=§)/db",
            "jdbc:mariadb:sequential://scott:§@h1,h2/db",
            "jdbc:oracle:thin:scott/§@localhost:1521/x",
            "jdbc:oracle:thin:scott/§@//localhost:1521/x",
            "jdbc:oracle:thin:scott/\"§\"@(DESCRIPTION=(ADDRESS=(HOST=h)))",
            "jdbc:sqlserver://h;user=u;password={§};x=1",
            "jdbc:sqlserver://h;user=u;password=§;x=1",
            "jdbc:jtds:sqlserver://h/db;user=u;password=§",
            "jdbc:h2:file:/x;USER=u;PASSWORD=§",
            "jdbc:derby:x;user=u;password=§;bootPassword=§",
            "jdbc:hsqldb:hsql://h/x;user=u;password=§",
            "jdbc:db2://h:50000/db:user=u;password=§;",
            "jdbc:informix-sqli://h:9088/db:INFORMIXSERVER=x;user=u;password=§",
            "jdbc:sap://h:30015/?user=u&password=§",
            "jdbc:sqlite:file.db?cipher=sqlcipher&hexkey=§",
            "jdbc:ucanaccess:///x.accdb;password=§",
            "jdbc:firebirdsql://h/db?user=u&password=§",
            "jdbc:sybase:Tds:h:5000/db?PASSWORD=§",
            "jdbc:nosuch:u:§@h",
            "u:§@h/db",
            "://u:§@h",
            "//u:§@h");

    /** Without a host behind it, an at sign in the password makes it a host that any reader would take for one. */
    private static String url(String form, String password) {
        return form.replace("§", form.contains("§@") || form.contains("=") ? password : password.replace('@', '!'));
    }

    private static String password(Random random) {
        StringBuilder password = new StringBuilder("qZ");
        int length = 3 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            password.append(
                    random.nextInt(3) == 0
                            ? SPECIAL.charAt(random.nextInt(SPECIAL.length()))
                            : (char) ('A' + random.nextInt(26)));
            password.append("qZ7");
        }
        return password.toString();
    }

    /** All that a piece of the password could be known by: "qZ" stands between all its special characters. */
    private static void assertNothingTold(String shown, String url) {
        assertThat(shown).as(url).doesNotContain("qZ");
    }

    @Test
    void maskedUrlsOfAllFormsHoldNoPartOfThePassword() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (String form : FORMS) {
                String password = password(random);
                String written = random.nextBoolean() ? password : URLEncoder.encode(password, StandardCharsets.UTF_8);
                String url = url(form, written);
                assertNothingTold(UrlSecrets.mask(url), url);
                assertNothingTold(UrlSecrets.prefix(url), url);
            }
        }
    }

    @Test
    void urlsThatCanNotBeReadAreRefusedWithoutAnyPartOfThePassword() {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS; round++) {
            for (String form : FORMS) {
                String url = url(form, password(random));
                Throwable refusal = catchThrowable(() -> DatabaseUrl.parse(url));
                if (refusal == null) {
                    assertNothingTold(DatabaseUrl.parse(url).toString(), url);
                    continue;
                }
                assertThat(refusal)
                        .as(url)
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0202");
                for (Throwable each = refusal; each != null; each = each.getCause()) {
                    assertNothingTold(each.toString(), url);
                }
            }
        }
    }

    @Test
    void whateverCharactersComeTheAnswerIsAUrlOrOneRefusal() {
        Random random = new Random(SEED + 2);
        String alphabet = "abzP5" + SPECIAL + "://\n\u0000\uD800é";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "h2://" : "");
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Throwable refusal = catchThrowable(() -> DatabaseUrl.parse(text.toString()));
            if (refusal != null) {
                assertThat(refusal).as(text.toString()).isInstanceOf(ArgumentException.class);
            }
            assertThat(UrlSecrets.mask(text.toString())).isNotNull();
        }
    }

    @Test
    void veryLongUrlsAreReadOrRefusedAtOnce() {
        for (String part : List.of("a=b&", "a:b@", "//", "(x=1)", "a,", "%", "a+")) {
            String url = part.repeat(100_000);
            for (String tried : List.of(url, "h2://" + url, "jdbc:mysql://" + url)) {
                long start = System.nanoTime();
                Throwable refusal = catchThrowable(() -> DatabaseUrl.parse(tried));
                if (refusal != null) {
                    assertThat(refusal).as(part).isInstanceOf(ArgumentException.class);
                }
                assertThat(UrlSecrets.mask(tried)).as(part).isNotNull();
                assertThat(System.nanoTime() - start).as(part).isLessThan(5_000_000_000L);
            }
        }
    }

    @Test
    void plainUrlsAreShownAsFarAsTheyHelp() {
        assertThat(UrlSecrets.mask("jdbc:mysql://scott:tiger@db:3306/shop"))
                .isEqualTo("jdbc:mysql://scott:***@db:3306/shop");
        assertThat(UrlSecrets.mask("jdbc:postgresql://db:5432/shop?ssl=true"))
                .isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(UrlSecrets.mask("jdbc:oracle:thin:@//db:1521/shop")).isEqualTo("jdbc:oracle:thin:@//db:1521/shop");
        assertThat(UrlSecrets.mask("jdbc:oracle:thin:scott/tiger@//db:1521/shop"))
                .isEqualTo("jdbc:oracle:thin:***@//db:1521/shop");
        assertThat(UrlSecrets.mask("jdbc:h2:mem:shop;MODE=Oracle")).isEqualTo("jdbc:h2:mem:shop");
        assertThat(UrlSecrets.mask("h2:///mem:shop")).isEqualTo("h2:///mem:shop");
        assertThat(UrlSecrets.mask("sqlite:///C:/data/shop.db")).isEqualTo("sqlite:///C:/data/shop.db");
    }

    @Test
    void messagesOfDriversLoseTheSecretsOfTheirEngine() {
        ConnectArguments arguments = new ConnectArguments(
                "jdbc:x://h/db?trustStorePassword=st0re%21", null, Map.of("user", "scott", "password", "ti ger"));
        Secrets secrets = Secrets.of(arguments);
        SQLException cause = new SQLException("no luck with ti+ger nor st0re!", "08001", 17);
        SQLException outer = new SQLException("cannot connect", "08001", 18, cause);
        SQLException told = secrets.redact(outer);
        for (Throwable each = told; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("ti+ger").doesNotContain("st0re");
        }
        assertThat(told.getSQLState()).isEqualTo("08001");
        assertThat(told.getErrorCode()).isEqualTo(18);
        SQLException harmless = new SQLException("connection refused by scott's host");
        assertThat((Throwable) secrets.redact(harmless)).isSameAs(harmless);
        assertThat(secrets.redact("password: ti ger, user scott")).isEqualTo("password: ***, user scott");
    }

    @Test
    void aPasswordThatIsTheUsersNameDoesNotBlankTheName() {
        Secrets secrets = Secrets.of(new ConnectArguments(
                "jdbc:postgresql://h/test", null, Map.of("user", "postgres", "password", "postgres")));
        assertThat(secrets.redact("role \"postgres\" does not exist")).isEqualTo("role \"postgres\" does not exist");
    }
}
