package org.aludel.databases.twophase;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.TransactionStateException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two-phase transactions on HSQLDB, which forgets them with the process: only for who asks. */
@Tag("DIA-05")
final class HsqldbTwoPhaseTest extends TwoPhaseContract {

    private final String url = "hsqldb:///mem:twophase-" + UUID.randomUUID();

    @Override
    Engine open() {
        return Engine.builder(url).volatileTwoPhase(true).build();
    }

    @Override
    boolean listsWhatIsHeld() {
        return false;
    }

    @Test
    @Tag("ENG-09")
    void nobodyLosesPreparedTransactionsUnasked() {
        try (Engine careful = Engine.create(url);
                Connection conn = careful.connect()) {
            assertThatThrownBy(conn::beginTwoPhase)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0225")
                    .hasMessageContaining("volatileTwoPhase");
        }
    }
}
