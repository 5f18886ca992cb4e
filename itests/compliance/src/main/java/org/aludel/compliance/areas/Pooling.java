package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;

/** Connections that broke are replaced. */
public final class Pooling extends ComplianceArea {

    private void works(Engine engine) {
        Column<Integer> id = person("id");
        try (Connection c = engine.connect()) {
            assertThat(c.execute(select(id).where(id.eq(2))).scalars(Integer.class))
                    .containsExactly(2);
        }
    }

    @Check
    public void invalidatedConnectionsAreReplaced() {
        for (int i = 0; i < 3; i++) {
            works(engine());
            try (Connection c = engine().connect()) {
                c.invalidate();
            }
        }
        works(engine());
    }

    @Check
    public void connectionsAreGivenBackClean() throws SQLException {
        try (Connection c = engine().connect()) {
            c.begin();
            c.execute(people().insert().set("id", 40).set("name", "left open"));
        }
        try (Connection c = engine().connect()) {
            assertThat(c.inTransaction()).isFalse();
            assertThat(c.unwrap(java.sql.Connection.class).getAutoCommit()).isTrue();
            assertThat(c.execute(people().count()).scalar(Long.class)).isEqualTo(5L);
        }
    }

    @Check
    public void livingConnectionsAnswerThePing() throws SQLException {
        try (Connection c = engine().connect()) {
            assertThat(c.unwrap(java.sql.Connection.class).isValid(5)).isTrue();
        }
        works(engine());
    }
}
