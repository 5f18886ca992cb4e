package org.aludel.benchmarks.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.Check;
import org.aludel.benchmarks.DatabaseKind;
import org.aludel.benchmarks.Peer;
import org.aludel.benchmarks.Peers;
import org.aludel.benchmarks.Sizes;
import org.aludel.benchmarks.Workload;
import org.aludel.benchmarks.startup.StartupRun;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every peer there is does every workload that it can do, and does what plain JDBC does. */
class RivalsTest {
    private static final List<Workload> ALL = List.of(Workload.values());

    static Stream<String> peers() {
        return Peers.all().stream().map(Peer::name);
    }

    @Test
    void peersOfBothModulesAreFound() {
        assertThat(peers()).contains("jdbc", "aludel", "jooq", "hibernate", "eclipselink", "ebean");
    }

    @ParameterizedTest
    @MethodSource("peers")
    void everyPeerDoesTheWorkloadsOnH2(String name) {
        try (BenchmarkDatabase database = BenchmarkDatabase.h2(Sizes.TINY);
                Peer peer = Peers.named(name)) {
            peer.open(database);
            assertThat(Check.of(peer, database, ALL)).isEmpty();
        }
    }

    @Test
    void everyPeerStartsWithTwentyClasses() throws IOException {
        List<String> names = peers().toList();
        StartupRun run = StartupRun.measure(List.of(DatabaseKind.H2), names, 1, Duration.ZERO);
        assertThat(run.peers())
                .containsExactlyInAnyOrder("jdbc", "aludel", "jooq", "hibernate", "eclipselink", "ebean");
    }

    @Nested
    class OnPostgreSql {
        @RegisterExtension
        static final DatabaseExtension postgresql = Databases.postgresql().extension();

        static Stream<String> peers() {
            return RivalsTest.peers();
        }

        @ParameterizedTest
        @MethodSource("peers")
        void everyPeerDoesTheWorkloads(String name) {
            try (BenchmarkDatabase database = BenchmarkDatabase.postgreSql(postgresql.database(), Sizes.TINY);
                    Peer peer = Peers.named(name)) {
                peer.open(database);
                assertThat(Check.of(peer, database, ALL)).isEmpty();
            }
        }
    }
}
