package org.aludel.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds in every container and on every database. */
@ExtendWith(ArquillianExtension.class)
abstract class ContainerTransactions {

    @Inject
    Ledger ledger;

    @Test
    @Tag("TX-01")
    @Tag("CDI-02")
    void aTransactionCommitsWhatTheSessionHolds() {
        ledger.reset();
        assertThat(ledger.add("Alembic").getId()).isNotNull();
        assertThat(ledger.artists()).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void anExceptionRollsBack() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.addAndFail("x")).hasMessageContaining("thrown by the application");
        assertThat(ledger.artists()).isZero();
    }

    @Test
    @Tag("TX-01")
    void aTransactionMarkedForRollbackKeepsNothing() {
        ledger.reset();
        try {
            ledger.addAndMark("x");
        } catch (RuntimeException containersMayTell) {
            assertThat(containersMayTell).isNotNull();
        }
        assertThat(ledger.artists()).isZero();
    }

    @Test
    @Tag("TX-02")
    void twoEnginesCommitTogether() {
        ledger.reset();
        ledger.addBoth("x");
        assertThat(ledger.artists()).isEqualTo(1);
        assertThat(ledger.auditLines()).isEqualTo(1);
    }

    @Test
    @Tag("TX-02")
    void twoEnginesRollBackTogether() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.addBothAndFail("x")).hasMessageContaining("thrown by the application");
        assertThat(ledger.artists()).isZero();
        assertThat(ledger.auditLines()).isZero();
    }

    @Test
    @Tag("TX-02")
    @Tag("ENG-15")
    void aConstraintViolatedAtCommitIsNamedAndUndoesBothEngines() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.addBothWithTheSameLineTwice("x"))
                .satisfies(error -> assertThat(messages(error)).containsIgnoringCase("audit_line"));
        assertThat(ledger.artists()).isZero();
        assertThat(ledger.auditLines()).isZero();
    }

    private static String messages(Throwable error) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
        }
        return all.toString();
    }

    @Test
    @Tag("TX-06")
    void requiresNewHasASessionAndAFateOfItsOwn() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.outerFailsInnerStays()).hasMessageContaining("thrown by the application");
        assertThat(ledger.byName("outer")).isNull();
        assertThat(ledger.byName("inner")).isNotNull();
    }

    @Test
    @Tag("TX-06")
    @Tag("CDI-03")
    void suspendingAndLeavingATransactionChangesTheSession() {
        ledger.reset();
        assertThat(ledger.sessionsAreApart()).isEqualTo("true false false true");
    }

    @Test
    @Tag("TX-06")
    void sqlThroughASuspendedSessionIsRefusedByName() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.useSuspended())
                .satisfies(error -> assertThat(messages(error)).contains("suspended"));
    }

    @Test
    @Tag("TX-03")
    void aSavepointInsideATransactionTakesBackItsPart() {
        ledger.reset();
        ledger.savepoint();
        assertThat(ledger.byName("kept")).isNotNull();
        assertThat(ledger.byName("kept too")).isNotNull();
        assertThat(ledger.byName("taken back")).isNull();
    }

    @Test
    @Tag("TX-01")
    void aSwallowedErrorNeverCommitsInSilence() {
        ledger.reset();
        boolean[] marked = new boolean[1];
        try {
            ledger.swallow(marked);
        } catch (RuntimeException containersMayTell) {
            assertThat(messages(containersMayTell)).containsIgnoringCase("roll");
        }
        assertThat(marked[0]).as("marked for rollback at once").isTrue();
        assertThat(ledger.byName("before the error")).isNull();
    }

    @Test
    @Tag("TX-01")
    void commitByHandIsTheContainersBusiness() {
        ledger.reset();
        assertThatThrownBy(() -> ledger.commitByHand())
                .satisfies(error -> assertThat(messages(error))
                        .contains("ALU-0540")
                        .contains(TransactionStateException.class.getSimpleName()));
    }

    @Test
    @Tag("CDI-03")
    void aViewReadsLazilyAfterTheTransactionInsideTheRequest() {
        ledger.reset();
        assertThat(ledger.lazyAfterTransaction("Alembic")).isEqualTo(1);
    }

    @Test
    @Tag("UOW-01")
    @Tag("CDI-03")
    void aRequestKeepsItsObjectsFromTransactionToTransaction() {
        ledger.reset();
        ledger.add("Alembic");
        assertThat(ledger.sameObjectTwice("Alembic")).isTrue();
    }

    @Test
    @Tag("CDI-03")
    void withoutTransactionAndRequestTheErrorSaysWhatToActivate() throws Exception {
        ledger.reset();
        Throwable[] caught = new Throwable[1];
        Thread outside = new Thread(() -> {
            try {
                ledger.countByInjectedSession();
            } catch (RuntimeException error) {
                caught[0] = error;
            }
        });
        outside.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        outside.start();
        outside.join();
        assertThat(caught[0])
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0910")
                .hasMessageContaining("@ActivateRequestContext");
    }
}
