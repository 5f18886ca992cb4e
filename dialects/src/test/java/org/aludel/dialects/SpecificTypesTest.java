package org.aludel.dialects;

import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.postgresql.PostgreSqlTypes;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.errors.CompileException;
import org.aludel.sql.Dialect;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.junit.jupiter.api.Test;

/** Types that only some databases have. */
class SpecificTypesTest {

    private static final Type<BigDecimal> MONEY = new SpelledType<>("MONEY", NUMERIC, "h2");

    @Test
    void aTypeSpellsItself() {
        assertThat(select(cast(literal(5), MONEY).label("m")).toSql(H2.dialect()))
                .contains("AS MONEY)");
    }

    @Test
    void aDatabaseWithoutTheTypeSaysSo() {
        assertThatThrownBy(() -> select(cast(literal(5), MONEY).label("m")).toSql(Sqlite.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0180")
                .hasMessageContaining("MONEY")
                .hasMessageContaining("sqlite");
    }

    @Test
    void timesOfPostgresqlSayTheirPrecisionAndZone() {
        Dialect postgresql = PostgreSql.dialect();
        assertThat(postgresql.toSql(PostgreSqlTypes.TIME)).isEqualTo("TIME WITHOUT TIME ZONE");
        assertThat(postgresql.toSql(PostgreSqlTypes.TIME.precision(3))).isEqualTo("TIME(3) WITHOUT TIME ZONE");
        assertThat(postgresql.toSql(PostgreSqlTypes.TIME.timezone())).isEqualTo("TIME WITH TIME ZONE");
        assertThat(postgresql.toSql(PostgreSqlTypes.TIMESTAMP.precision(6)))
                .isEqualTo("TIMESTAMP(6) WITHOUT TIME ZONE");
        assertThat(postgresql.toSql(PostgreSqlTypes.TIMESTAMP.precision(3).timezone()))
                .isEqualTo("TIMESTAMP(3) WITH TIME ZONE");
        assertThatThrownBy(() -> Sqlite.dialect().toSql(PostgreSqlTypes.TIME))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0180");
    }

    @Test
    void valuesAreThoseOfTheBase() {
        assertThat(MONEY.coerce(5)).isEqualByComparingTo("5");
        assertThat(MONEY.javaType()).isEqualTo(BigDecimal.class);
    }
}
