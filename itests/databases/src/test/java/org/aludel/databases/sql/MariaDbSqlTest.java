package org.aludel.databases.sql;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.JSON;
import static org.aludel.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements on MariaDB. */
@Tag("DIA-02")
final class MariaDbSqlTest extends SqlContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }

    /** JSON is text there, which no cast names. */
    @Test
    @Tag("TYP-01")
    void textIsCastToJson() {
        try (Engine engine = Engine.create(url());
                Connection connection = engine.connect()) {
            String json =
                    connection.execute(select(literal("[1]", TEXT).cast(JSON))).scalar(String.class);
            assertThat(json).isEqualTo("[1]");
        }
    }
}
