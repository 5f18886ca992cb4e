package org.aludel.benchmarks.rivals.ebean;

import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.EbeanVersion;
import io.ebean.ExpressionList;
import io.ebean.FetchConfig;
import io.ebean.Transaction;
import io.ebean.annotation.PersistBatch;
import io.ebean.config.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.Checksum;
import org.aludel.benchmarks.Criteria;
import org.aludel.benchmarks.Peer;
import org.aludel.benchmarks.Samples;
import org.aludel.benchmarks.Sizes;
import org.aludel.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Ebean with enhanced classes: batches of 100, keys of identity columns, no second cache. Eager collections come by a join.
 * Its lazy loads are batched by default, so the workload that wants them one by one says so.
 */
public final class EbeanPeer implements Peer {
    private @Nullable Database database;
    private Sizes sizes = Sizes.FULL;

    @Override
    public String name() {
        return "ebean";
    }

    @Override
    public String product() {
        return "Ebean " + EbeanVersion.getVersion();
    }

    @Override
    public @Nullable String cannot(Workload workload) {
        return switch (workload) {
            case W8 -> "compiles only what it runs";
            case W10 -> "inserts objects only";
            default -> null;
        };
    }

    @Override
    public void open(BenchmarkDatabase opened) {
        sizes = opened.sizes();
        database = database(opened.dataSource(), List.of(User.class, Address.class));
    }

    /** Starts a database on a pool. */
    static Database database(DataSource source, List<Class<?>> classes) {
        DatabaseConfig config = new DatabaseConfig();
        config.setName("benchmarks");
        config.setDefaultServer(false);
        config.setRegister(false);
        config.setDataSource(source);
        config.setDdlGenerate(false);
        config.setDdlRun(false);
        config.setDisableL2Cache(true);
        config.setPersistBatch(PersistBatch.ALL);
        config.setPersistBatchSize(100);
        classes.forEach(config::addClass);
        return DatabaseFactory.create(config);
    }

    @Override
    public long byKey(int id) {
        return work(false, database -> {
            User user = database.find(User.class, id);
            return user == null ? 0 : user.checksum();
        });
    }

    @Override
    public long rows() {
        return work(false, database -> {
            long sum = 0;
            for (UserRow row : database.findDto(
                            UserRow.class, "select id, name, fullname, age, created, balance from users")
                    .findList()) {
                sum += Checksum.user(row.id(), row.name(), row.fullname(), row.age(), row.created(), row.balance());
            }
            return sum;
        });
    }

    @Override
    public long entities() {
        return work(false, database -> {
            long sum = 0;
            for (User user : database.find(User.class).findList()) {
                sum += user.checksum();
            }
            return sum;
        });
    }

    @Override
    public long parentsWithChildren() {
        return work(
                false,
                database -> checksumWithAddresses(database.find(User.class)
                        .fetch("addresses")
                        .where()
                        .le("id", sizes.parents())
                        .orderBy("id")
                        .findList()));
    }

    @Override
    public long insertGraph(boolean commit) {
        return work(commit, database -> {
            List<User> users = new ArrayList<>(sizes.newParents());
            long rows = 0;
            for (int number = 0; number < sizes.newParents(); number++) {
                User user = new User(
                        Samples.name(number),
                        Samples.fullname(number),
                        Samples.age(number),
                        Samples.created(number),
                        Samples.balance(number));
                for (int index = 0; index < sizes.newChildrenEach(); index++) {
                    user.getAddresses().add(new Address(Samples.email(number, index), Samples.city(number, index)));
                }
                users.add(user);
                rows += 1 + sizes.newChildrenEach();
            }
            database.saveAll(users);
            database.currentTransaction().flush();
            return rows;
        });
    }

    @Override
    public long changeOne(boolean commit) {
        return work(commit, database -> {
            List<User> users = first(database, sizes.parents()).findList();
            for (User user : users) {
                user.setAge(user.getAge() + 1);
            }
            database.saveAll(users);
            database.currentTransaction().flush();
            return users.size();
        });
    }

    @Override
    public long dynamicQuery(int call) {
        int choice = Criteria.choice(call);
        return work(false, database -> {
            ExpressionList<Address> query = database.find(Address.class)
                    .select("email, city")
                    .fetch("user", "name, fullname, age, created, balance")
                    .where()
                    .le("user.id", Criteria.FIRST_USERS);
            if (Criteria.has(choice, 0)) {
                query.gt("user.age", Criteria.AGE_OVER);
            }
            if (Criteria.has(choice, 1)) {
                query.startsWith("user.name", Criteria.NAME_START);
            }
            if (Criteria.has(choice, 2)) {
                query.between("user.balance", Criteria.BALANCE_FROM, Criteria.BALANCE_TO);
            }
            if (Criteria.has(choice, 3)) {
                query.eq("city", Criteria.CITY);
            }
            if (Criteria.has(choice, 4)) {
                query.lt("user.created", Criteria.CREATED_BEFORE);
            }
            if (Criteria.has(choice, 5)) {
                query.endsWith("email", Criteria.EMAIL_END);
            }
            long sum = 0;
            for (Address address :
                    query.orderBy("user.id, id").setMaxRows(Criteria.LIMIT).findList()) {
                sum += address.getUser().checksum() + address.checksum();
            }
            return sum;
        });
    }

    @Override
    public int compile() {
        throw new UnsupportedOperationException(cannot(Workload.W8));
    }

    @Override
    public long lazyOneByOne() {
        return work(
                false,
                database -> checksumWithAddresses(first(database, sizes.lazy())
                        .query()
                        .fetch("addresses", FetchConfig.ofLazy(1))
                        .findList()));
    }

    @Override
    public long lazyBatched() {
        return work(
                false,
                database -> checksumWithAddresses(first(database, sizes.lazy())
                        .query()
                        .fetch("addresses", FetchConfig.ofLazy(100))
                        .findList()));
    }

    @Override
    public long insertBatch(boolean commit) {
        throw new UnsupportedOperationException(cannot(Workload.W10));
    }

    @Override
    public void close() {
        if (database != null) {
            database.shutdown(false, false);
            database = null;
        }
    }

    private static ExpressionList<User> first(Database database, int count) {
        ExpressionList<User> query = database.find(User.class).where().le("id", count);
        query.orderBy("id");
        return query;
    }

    private static long checksumWithAddresses(List<User> users) {
        long sum = 0;
        for (User user : users) {
            sum += user.checksumWithAddresses();
        }
        return sum;
    }

    private long work(boolean commit, ToLongFunction<Database> work) {
        Database opened = Objects.requireNonNull(database, "open it first");
        try (Transaction transaction = opened.beginTransaction()) {
            long result = work.applyAsLong(opened);
            if (commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
            return result;
        }
    }
}
