package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.ExecutionOptions;
import org.aludel.errors.StatementTimeoutException;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;

/** Statements end when they are told to. */
public final class Patience extends ComplianceArea {

    /** A count of some fifty million rows, which takes more than a second. */
    private Select endless() {
        Column<Integer> id = person("id");
        Select select = select(count(id));
        for (int i = 0; i < 10; i++) {
            TableAlias other = people().as("p" + i);
            Condition any = other.<Integer>c("id").gt(0);
            select = select.where(any);
        }
        return select;
    }

    @Check(Requirement.STATEMENT_TIMEOUTS)
    public void statementsThatTakeTooLongAreStopped() {
        long start = System.nanoTime();
        try (Connection c = engine().connect()) {
            Connection hasty = c.with(ExecutionOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)));
            assertThatThrownBy(() -> hasty.execute(endless()).scalar()).isInstanceOf(StatementTimeoutException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        try (Connection c = engine().connect()) {
            assertThat(c.execute(people().count()).scalar(Long.class)).isEqualTo(5L);
        }
    }

    @Check
    public void quickStatementsAreLeftAlone() {
        try (Connection c = engine().connect()) {
            Connection hasty = c.with(ExecutionOptions.DEFAULT.withTimeout(Duration.ofSeconds(20)));
            assertThat(hasty.execute(people().count()).scalar(Long.class)).isEqualTo(5L);
        }
    }
}
