package org.aludel.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.engine.Engine;
import org.aludel.sql.Capability;
import org.junit.jupiter.api.Test;

/** What can be said about one database of a dialect. */
class DialectSettingsTest {

    @Test
    void settingsGiveACopyAndLeaveTheDialectAlone() {
        CoreDialect old = MySql.dialect(s -> s.version(5, 7).labelLength(10));

        assertThat(old.settings().isAtLeast(8, 0)).isFalse();
        assertThat(old.labelLength()).isEqualTo(10);
        assertThat(MySql.dialect().settings().version()).isNull();
        assertThat(MySql.dialect().settings().isAtLeast(8, 0)).isTrue();
    }

    @Test
    void namesAreAsLongAsTheDatabaseTakesThemUnlessToldOtherwise() {
        assertThat(PostgreSql.dialect().maxIdentifierLength()).isEqualTo(63);
        assertThat(PostgreSql.dialect(s -> s.maxIdentifierLength(30)).maxIdentifierLength())
                .isEqualTo(30);
        assertThat(MySql.dialect().maxConstraintNameLength()).isEqualTo(64);
    }

    @Test
    void optionsOfADialectAreFoundByName() {
        DialectSettings settings = DialectSettings.DEFAULT.option("useAnsi", false);

        assertThat(settings.flag("useAnsi", true)).isFalse();
        assertThat(settings.flag("other", true)).isTrue();
        assertThat(settings.option("other")).isNull();
    }

    @Test
    void truthValuesCanBeDenied() {
        assertThat(H2.dialect(s -> s.nativeBoolean(false)).supports(Capability.NATIVE_BOOLEAN))
                .isFalse();
        assertThat(H2.dialect().supports(Capability.NATIVE_BOOLEAN)).isTrue();
    }

    @Test
    void theFirstConnectionTellsTheVersion() {
        try (Engine engine = Engine.create("h2:///mem:version")) {
            CoreDialect before = (CoreDialect) engine.dialect();
            assertThat(before.settings().version()).isNull();

            engine.connect().close();

            CoreDialect after = (CoreDialect) engine.dialect();
            assertThat(after.settings().version()).isNotNull();
            assertThat(after.settings().isAtLeast(2, 0)).isTrue();
        }
    }
}
