package org.aludel.benchmarks;

/** The ten workloads; W9 has two forms. */
public enum Workload {
    W1("one object by key in a fresh session", 1.3, 1.1) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.byKey(1 + (call * 7_919 & Integer.MAX_VALUE) % sizes.users());
        }
    },
    W2("50,000 rows of 6 columns", 1.1, 1.05) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.rows();
        }
    },
    W3("50,000 managed entities", 1.6, 1.3) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.entities();
        }
    },
    W4("1,000 parents with 10,000 children", 2.5, 2.0) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.parentsWithChildren();
        }
    },
    W5("1,000 new parents, 3,000 children", 1.2, 0.9) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.insertGraph(false);
        }
    },
    W6("load 1,000, change one attribute, flush", 1.2, 1.5) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.changeOne(false);
        }
    },
    W7("dynamic query", 2.0, 1.2) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.dynamicQuery(call);
        }
    },
    W8("compile only, 4 tables and a subquery", Double.NaN, Double.NaN) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.compile();
        }
    },
    W9("200 lazy collections one by one", 2.0, 1.5) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.lazyOneByOne();
        }
    },
    W9B("200 lazy collections batched, against one by one", 1.0, 0.4) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.lazyBatched();
        }

        @Override
        public Workload baseline() {
            return W9;
        }
    },
    W10("1,000 rows in one batch, generated keys", 1.1, 1.1) {
        @Override
        public long run(Peer peer, Sizes sizes, int call) {
            return peer.insertBatch(false);
        }

        @Override
        public String baselinePeer() {
            return "jdbc-floor";
        }
    };

    private final String title;
    private final double budgetH2;
    private final double budgetPostgreSql;

    Workload(String title, double budgetH2, double budgetPostgreSql) {
        this.title = title;
        this.budgetH2 = budgetH2;
        this.budgetPostgreSql = budgetPostgreSql;
    }

    /** Does the job once and returns what is compared between peers. */
    public abstract long run(Peer peer, Sizes sizes, int call);

    public String title() {
        return title;
    }

    /** What of plain JDBC the workload is measured against. */
    public Workload baseline() {
        return this;
    }

    /** The form of plain JDBC that it is measured against. */
    public String baselinePeer() {
        return "jdbc";
    }

    /** The ratio to plain JDBC that the design allows, NaN where it sets none. */
    public double budget(DatabaseKind kind) {
        return kind == DatabaseKind.H2 ? budgetH2 : budgetPostgreSql;
    }

    /** Whether peers' results can be compared: lengths of SQL texts cannot. */
    public boolean comparable() {
        return this != W8;
    }
}
