package org.aludel.dialects.expressions;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.quotedName;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.sql.Expr;
import org.junit.jupiter.api.Test;

/** Names of functions that say themselves whether they stand in quotes. */
class FunctionNamesTest {

    private static final CoreDialect POSTGRESQL = PostgreSql.dialect();

    private static Expr<?> call(String name) {
        return func(name, column("a", INTEGER));
    }

    @Test
    void quotedNamesStandInQuotesAndLabelsHaveTheirText() {
        assertThat(select(call(quotedName("foo", true))).toSql(POSTGRESQL)).isEqualTo("SELECT \"foo\"(a) AS foo_1");
        assertThat(MySql.dialect().toSql(call(quotedName("foo", true)))).isEqualTo("`foo`(a)");
    }

    @Test
    void namesThatAreNeverQuotedStandAsTheyAre() {
        assertThat(select(call(quotedName("Foo Bar", false))).toSql(POSTGRESQL)).startsWith("SELECT Foo Bar(a) AS ");
    }

    @Test
    void theQuotesAreOfEachPartOfAName() {
        assertThat(POSTGRESQL.toSql(call(quotedName("pack.foo", true)))).isEqualTo("\"pack\".\"foo\"(a)");
    }

    @Test
    void parametersAreNamedAfterTheText() {
        assertThat(POSTGRESQL
                        .compile(func(quotedName("foo", true), INTEGER, column("a", INTEGER))
                                .eq(1))
                        .namedSql())
                .isEqualTo("\"foo\"(a) = :foo_1");
    }
}
