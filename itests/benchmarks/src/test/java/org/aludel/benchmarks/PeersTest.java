package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.EventRegistration;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeersTest {
    private static final List<Workload> ALL = List.of(Workload.values());

    static Stream<String> peers() {
        return Peers.all().stream().map(Peer::name);
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
    void plainJdbcReadsTheDataSetAsItWasGenerated() {
        Sizes sizes = Sizes.TINY;
        try (BenchmarkDatabase database = BenchmarkDatabase.h2(sizes);
                Peer jdbc = Peers.named("jdbc")) {
            jdbc.open(database);
            long users = 0;
            for (int id = 1; id <= sizes.users(); id++) {
                users += user(id);
            }
            assertThat(jdbc.rows()).isEqualTo(users);
            assertThat(jdbc.entities()).isEqualTo(users);
            assertThat(jdbc.byKey(7)).isEqualTo(user(7));

            long lazy = 0;
            int address = 1;
            for (int id = 1; id <= sizes.lazy(); id++) {
                lazy += user(id);
                for (int index = 0; index < sizes.childrenEach(); index++) {
                    lazy += Checksum.address(address++, Samples.email(id, index), Samples.city(id, index));
                }
            }
            assertThat(jdbc.lazyOneByOne()).isEqualTo(lazy);
            assertThat(jdbc.lazyBatched()).isEqualTo(lazy);
        }
    }

    @Test
    void checkFindsAPeerThatForgetsToWrite() {
        try (BenchmarkDatabase database = BenchmarkDatabase.h2(Sizes.TINY);
                Peer peer = new Forgetful()) {
            peer.open(database);
            assertThat(Check.of(peer, database, List.of(Workload.W5, Workload.W6)))
                    .anyMatch(mistake -> mistake.startsWith("W5 users after commit"))
                    .anyMatch(mistake -> mistake.startsWith("W6 ages after commit"));
        }
    }

    private static long user(int id) {
        return Checksum.user(
                id, Samples.name(id), Samples.fullname(id), Samples.age(id), Samples.created(id), Samples.balance(id));
    }

    private static final class Forgetful extends JdbcPeer {
        @Override
        public long insertGraph(boolean commit) {
            return super.insertGraph(false);
        }

        @Override
        public long changeOne(boolean commit) {
            return super.changeOne(false);
        }
    }

    @Nested
    class OnPostgreSql {
        @RegisterExtension
        static final DatabaseExtension postgresql = Databases.postgresql().extension();

        static Stream<String> peers() {
            return PeersTest.peers();
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

        @Test
        void toolkitSendsFewStatements() {
            Sizes sizes = new Sizes(1_200, 1_000, 2, 1_000, 3, 200);
            try (TestDatabase large = Databases.postgresql().createDatabase();
                    BenchmarkDatabase database = BenchmarkDatabase.postgreSql(large, sizes);
                    AludelPeer peer = new AludelPeer()) {
                peer.open(database);
                assertThat(statements(peer, () -> peer.insertGraph(false))).isBetween(2, 10);
                assertThat(statements(peer, () -> peer.changeOne(false))).isBetween(2, 20);
                assertThat(statements(peer, peer::parentsWithChildren)).isEqualTo(3);
                assertThat(statements(peer, peer::lazyOneByOne)).isEqualTo(201);
                assertThat(statements(peer, peer::lazyBatched)).isEqualTo(2);
            }
        }
    }

    private static int statements(AludelPeer peer, Runnable work) {
        AtomicInteger count = new AtomicInteger();
        try (EventRegistration ignored = peer.engine().on(AfterExecute.class, event -> count.incrementAndGet())) {
            work.run();
        }
        return count.get();
    }
}
