package org.aludel.databases.sql;

import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements on PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlSqlTest extends SqlContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }

    @Override
    List<String> subtotals() {
        return List.of("rollup", "cube");
    }

    /** now() is a moment; its time is read as the local one. */
    @Test
    @Tag("TYP-01")
    void momentsAreReadAsLocalTimesToo() {
        try (Engine engine = Engine.create(url());
                Connection connection = engine.connect()) {
            LocalDateTime before = LocalDateTime.now().minusMinutes(1);
            LocalDateTime now =
                    connection.execute(select(func("now", TIMESTAMP))).scalar(LocalDateTime.class);
            assertThat(now).isBetween(before, before.plusMinutes(2));
        }
    }

    /** Beside a moment, a parameter without a type could be a moment too. */
    @Test
    @Tag("TYP-01")
    void lengthsOfTimeAreAddedToMoments() {
        try (Engine engine = Engine.create(url());
                Connection connection = engine.connect()) {
            LocalDateTime ago = connection
                    .execute(select(func("now", TIMESTAMP).minus(Duration.ofHours(2))))
                    .scalar(LocalDateTime.class);
            assertThat(ago)
                    .isBetween(
                            LocalDateTime.now().minusHours(3),
                            LocalDateTime.now().minusHours(1));
        }
    }
}
