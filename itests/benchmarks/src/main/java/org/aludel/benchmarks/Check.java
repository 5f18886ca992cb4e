package org.aludel.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a peer does what plain JDBC does. Reads are compared by checksum; writes are committed, counted in the database,
 * and taken back.
 */
public final class Check {
    private final BenchmarkDatabase database;
    private final List<String> mistakes = new ArrayList<>();

    private Check(BenchmarkDatabase database) {
        this.database = database;
    }

    /** Runs the workloads that the peer can do once with it, open as it must be, and returns what was wrong. */
    public static List<String> of(Peer peer, BenchmarkDatabase database, List<Workload> workloads) {
        Check check = new Check(database);
        try (Peer jdbc = new JdbcPeer()) {
            jdbc.open(database);
            for (Workload workload : workloads) {
                if (peer.cannot(workload) == null) {
                    check.check(workload, peer, jdbc);
                }
            }
        }
        return check.mistakes;
    }

    private void check(Workload workload, Peer peer, Peer jdbc) {
        switch (workload) {
            case W5 -> insertGraph(peer);
            case W6 -> changeOne(peer);
            case W10 -> insertBatch(peer);
            case W7 -> {
                for (int call = 0; call < Criteria.count(); call++) {
                    expect(workload + " query " + call, peer.dynamicQuery(call), jdbc.dynamicQuery(call));
                }
            }
            case W8 -> expect("W8 compiles to something", peer.compile() > 100 ? 1 : 0, 1);
            default ->
                expect(
                        workload.name(),
                        workload.run(peer, database.sizes(), 3),
                        workload.run(jdbc, database.sizes(), 3));
        }
    }

    private void insertGraph(Peer peer) {
        Sizes sizes = database.sizes();
        long users = database.number("SELECT max(id) FROM users");
        long addresses = database.number("SELECT max(id) FROM addresses");
        long rows = sizes.newParents() + (long) sizes.newParents() * sizes.newChildrenEach();

        expect("W5 rows written", peer.insertGraph(false), rows);
        expect("W5 users after rollback", database.number("SELECT count(*) FROM users"), sizes.users());

        expect("W5 rows written", peer.insertGraph(true), rows);
        expect(
                "W5 users after commit",
                database.number("SELECT count(*) FROM users WHERE id > " + users),
                sizes.newParents());
        expect(
                "W5 addresses of their own users",
                database.number("SELECT count(*) FROM addresses a JOIN users u ON u.id = a.user_id WHERE a.id > "
                        + addresses + " AND u.id > " + users + " AND a.email LIKE u.name || '.%'"),
                (long) sizes.newParents() * sizes.newChildrenEach());
        database.execute("DELETE FROM addresses WHERE id > " + addresses);
        database.execute("DELETE FROM users WHERE id > " + users);
    }

    private void insertBatch(Peer peer) {
        Sizes sizes = database.sizes();
        long users = database.number("SELECT max(id) FROM users");
        expect("W10 keys", peer.insertBatch(false), sizes.newParents());
        expect("W10 users after rollback", database.number("SELECT count(*) FROM users"), sizes.users());
        expect("W10 keys", peer.insertBatch(true), sizes.newParents());
        expect(
                "W10 users after commit",
                database.number("SELECT count(*) FROM users WHERE id > " + users),
                sizes.newParents());
        database.execute("DELETE FROM users WHERE id > " + users);
    }

    private void changeOne(Peer peer) {
        int changed = database.sizes().parents();
        long before = database.number("SELECT sum(age) FROM users");

        expect("W6 rows changed", peer.changeOne(false), changed);
        expect("W6 ages after rollback", database.number("SELECT sum(age) FROM users"), before);

        expect("W6 rows changed", peer.changeOne(true), changed);
        expect("W6 ages after commit", database.number("SELECT sum(age) FROM users"), before + changed);
        database.execute("UPDATE users SET age = age - 1 WHERE id <= " + changed);
    }

    private void expect(String what, long actual, long expected) {
        if (actual != expected) {
            mistakes.add(what + ": " + actual + " instead of " + expected);
        }
    }
}
