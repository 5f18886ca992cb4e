package org.aludel.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for.
 *
 * @param workloads to be done
 * @param databases to be used
 * @param peers to be compared
 * @param rounds in which peers alternate
 * @param rivalRounds in how many of them the peers take part that have no budget
 * @param quick whether to warm up and measure briefly
 * @param limit how long everything may take at most; null for as long as it takes
 * @param page the page to be written; null for none
 */
record Arguments(
        List<Workload> workloads,
        List<DatabaseKind> databases,
        List<String> peers,
        int rounds,
        int rivalRounds,
        boolean quick,
        @Nullable Duration limit,
        @Nullable Path page) {

    static Arguments parse(String... args) {
        boolean page = Arrays.asList(args).contains("--page");
        List<Workload> workloads = page ? PerformancePage.WORKLOADS : List.of(Workload.values());
        List<DatabaseKind> databases = List.of(DatabaseKind.values());
        List<String> peers = Peers.all().stream()
                .map(Peer::name)
                .filter(name -> !page || !name.equals("jdbc-floor"))
                .toList();
        int rounds = 3;
        int rivalRounds = Integer.MAX_VALUE;
        boolean quick = false;
        Duration limit = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--workloads" ->
                    workloads = list(args[++i]).map(Workload::valueOf).toList();
                case "--databases" ->
                    databases = list(args[++i]).map(DatabaseKind::valueOf).toList();
                case "--peers" -> peers = Arrays.asList(args[++i].split(",", -1));
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--rival-rounds" -> rivalRounds = Integer.parseInt(args[++i]);
                case "--quick" -> {
                    quick = true;
                    rounds = 1;
                }
                case "--minutes" -> {
                    limit = Duration.ofMinutes(Integer.parseInt(args[++i]));
                    rounds = Math.max(1, (int) limit.toMinutes() / 10);
                }
                case "--page" -> {
                    // Seen above, before the defaults.
                }
                default ->
                    throw new IllegalArgumentException(
                            "unknown argument " + args[i] + "; there are --workloads, --databases, --peers, --rounds,"
                                    + " --rival-rounds, --quick, --minutes, --page and --statements");
            }
        }
        return new Arguments(
                workloads,
                databases,
                peers,
                rounds,
                Math.min(rounds, rivalRounds),
                quick,
                limit,
                page ? PerformancePage.path() : null);
    }

    private static Stream<String> list(String names) {
        return Arrays.stream(names.split(",", -1)).map(name -> name.toUpperCase(Locale.ROOT));
    }

    /** A peer's part in a round. */
    record Part(Workload workload, String peer) {}

    /** What is measured for a workload in a round: first what it is measured against, whether it is named or not. */
    List<Part> parts(Workload workload) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(workload.baseline(), workload.baselinePeer()));
        peers.stream()
                .filter(peer -> !peer.equals(workload.baselinePeer()))
                .filter(peer -> Peers.named(peer).cannot(workload) == null)
                .forEach(peer -> parts.add(new Part(workload, peer)));
        return parts;
    }

    /** What of it is measured in a round: in the last ones only what has a budget, and what that is measured against. */
    List<Part> parts(Workload workload, int round) {
        return parts(workload).stream()
                .filter(part -> round < rivalRounds || Peers.FIRST.contains(part.peer()))
                .toList();
    }

    /** How many measurements that makes. */
    int measurements() {
        int each = 0;
        for (int round = 0; round < rounds; round++) {
            for (Workload workload : workloads) {
                each += parts(workload, round).size();
            }
        }
        return databases.size() * each;
    }
}
