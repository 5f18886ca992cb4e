package org.aludel.databases.twophase;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.TwoPhase;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of a two-phase commit; the next one finishes it by the decision record. */
class CrashRecoveryTest {

    private static final String DIRECTORY = "aludel.twophase.directory";

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @TempDir
    Path log;

    private Engine postgresql;
    private Engine mariadb;

    @BeforeEach
    void start() {
        System.setProperty(DIRECTORY, log.toString());
        postgresql = Engine.create(POSTGRESQL.database().aludelUrl());
        mariadb = Engine.create(MARIADB.database().aludelUrl());
        for (Engine engine : List.of(postgresql, mariadb)) {
            engine.useTransaction(conn -> conn.execute(text("CREATE TABLE tp_crash (id INTEGER)")));
        }
    }

    @AfterEach
    void end() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            try (Connection conn = engine.connect()) {
                conn.recoverTwoPhase().forEach(id -> conn.finishTwoPhase(id, false));
                conn.execute(text("DROP TABLE tp_crash"));
            }
            engine.close();
        }
        System.clearProperty(DIRECTORY);
    }

    private long rows(Engine engine) {
        return engine.inTransaction(
                conn -> conn.execute(text("SELECT COUNT(*) FROM tp_crash")).scalar(Long.class));
    }

    private List<String> inDoubt(Engine engine) {
        try (Connection conn = engine.connect()) {
            return conn.recoverTwoPhase();
        }
    }

    @Test
    @Tag("ENG-10")
    void whatWasPreparedAndNotDecidedRollsBack() throws Exception {
        crash("prepared");
        assertThat(inDoubt(postgresql)).hasSize(1);
        assertThat(inDoubt(mariadb)).hasSize(1);
        TwoPhase.recover(postgresql, mariadb);
        assertThat(inDoubt(postgresql)).isEmpty();
        assertThat(inDoubt(mariadb)).isEmpty();
        assertThat(rows(postgresql)).isZero();
        assertThat(rows(mariadb)).isZero();
    }

    @Test
    @Tag("ENG-10")
    void whatWasDecidedCommitsOnBoth() throws Exception {
        crash("decided");
        assertThat(inDoubt(mariadb)).hasSize(1);
        TwoPhase.recover(postgresql, mariadb);
        assertThat(rows(postgresql)).isEqualTo(1);
        assertThat(rows(mariadb)).isEqualTo(1);
        assertThat(inDoubt(postgresql)).isEmpty();
        assertThat(inDoubt(mariadb)).isEmpty();
        TwoPhase.recover(postgresql, mariadb); // again, and nothing happens
        assertThat(rows(postgresql)).isEqualTo(1);
    }

    private void crash(String where) throws Exception {
        Path output = Files.createTempFile("crashed", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + DIRECTORY + "=" + log,
                        CrashedProcess.class.getName(),
                        where,
                        POSTGRESQL.database().aludelUrl(),
                        MARIADB.database().aludelUrl())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(9);
        Files.delete(output);
    }
}
