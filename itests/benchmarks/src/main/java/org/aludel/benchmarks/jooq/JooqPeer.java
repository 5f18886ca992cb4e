package org.aludel.benchmarks.jooq;

import static org.aludel.benchmarks.jooq.Addresses.ADDRESSES;
import static org.aludel.benchmarks.jooq.Users.USERS;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.aludel.benchmarks.BenchmarkDatabase;
import org.aludel.benchmarks.Checksum;
import org.aludel.benchmarks.Criteria;
import org.aludel.benchmarks.DatabaseKind;
import org.aludel.benchmarks.Peer;
import org.aludel.benchmarks.Samples;
import org.aludel.benchmarks.Sizes;
import org.aludel.benchmarks.Workload;
import org.aludel.benchmarks.statements.JooqCompile;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.Constants;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Row3;
import org.jooq.Row5;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ: rows by its API, objects by its updatable records, a tree of parents and children from one join that it groups, new
 * rows by inserts of 100 rows that return their keys, changed ones by a batch.
 */
public final class JooqPeer implements Peer {
    private static final int BATCH = 100;
    private static final Logger LOG = Logger.getLogger("org.jooq");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private final JooqCompile compile = new JooqCompile();
    private @Nullable BenchmarkDatabase database;
    private @Nullable Configuration configuration;

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public String product() {
        return "jOOQ " + Constants.FULL_VERSION;
    }

    @Override
    public @Nullable String cannot(Workload workload) {
        return switch (workload) {
            case W9, W9B -> "has no lazy collections";
            default -> null;
        };
    }

    @Override
    public void open(BenchmarkDatabase opened) {
        database = opened;
        configuration = new DefaultConfiguration()
                .set(opened.kind() == DatabaseKind.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES)
                .set(new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withExecuteLogging(false));
    }

    @Override
    public long byKey(int id) {
        return read(sql -> {
            UsersRecord user = sql.fetchOne(USERS, USERS.ID.eq(id));
            return user == null ? 0 : user.checksum();
        });
    }

    @Override
    public long rows() {
        return read(sql -> {
            long sum = 0;
            for (Record row : sql.select(USERS.ID, USERS.NAME, USERS.FULLNAME, USERS.AGE, USERS.CREATED, USERS.BALANCE)
                    .from(USERS)
                    .fetch()) {
                sum += user(row);
            }
            return sum;
        });
    }

    @Override
    public long entities() {
        return read(sql -> {
            long sum = 0;
            for (UsersRecord user : sql.fetch(USERS)) {
                sum += user.checksum();
            }
            return sum;
        });
    }

    @Override
    public long parentsWithChildren() {
        return read(sql -> {
            Map<UsersRecord, Result<AddressesRecord>> users = sql.select()
                    .from(USERS)
                    .leftJoin(ADDRESSES)
                    .on(ADDRESSES.USER_ID.eq(USERS.ID))
                    .where(USERS.ID.le(sizes().parents()))
                    .orderBy(USERS.ID, ADDRESSES.ID)
                    .fetchGroups(USERS, ADDRESSES);
            long sum = 0;
            for (Map.Entry<UsersRecord, Result<AddressesRecord>> user : users.entrySet()) {
                sum += user.getKey().checksum();
                for (AddressesRecord address : user.getValue()) {
                    sum += address.checksum();
                }
            }
            return sum;
        });
    }

    @Override
    public long insertGraph(boolean commit) {
        return work(commit, sql -> {
            int[] keys = insertUsers(sql);
            List<Row3<Integer, String, String>> addresses = new ArrayList<>();
            for (int number = 0; number < keys.length; number++) {
                for (int index = 0; index < sizes().newChildrenEach(); index++) {
                    addresses.add(DSL.row(keys[number], Samples.email(number, index), Samples.city(number, index)));
                }
            }
            long rows = keys.length;
            for (int from = 0; from < addresses.size(); from += BATCH) {
                rows += sql.insertInto(ADDRESSES, ADDRESSES.USER_ID, ADDRESSES.EMAIL, ADDRESSES.CITY)
                        .valuesOfRows(addresses.subList(from, Math.min(from + BATCH, addresses.size())))
                        .returning(ADDRESSES.ID)
                        .fetch()
                        .size();
            }
            return rows;
        });
    }

    @Override
    public long changeOne(boolean commit) {
        return work(commit, sql -> {
            Result<UsersRecord> users = sql.selectFrom(USERS)
                    .where(USERS.ID.le(sizes().parents()))
                    .orderBy(USERS.ID)
                    .fetch();
            for (UsersRecord user : users) {
                user.setAge(user.getAge() + 1);
            }
            return Arrays.stream(sql.batchUpdate(users).execute())
                    .map(count -> count < 0 ? 1 : count)
                    .sum();
        });
    }

    @Override
    public long dynamicQuery(int call) {
        int choice = Criteria.choice(call);
        return read(sql -> {
            long sum = 0;
            for (Record row : sql.select(
                            USERS.ID,
                            USERS.NAME,
                            USERS.FULLNAME,
                            USERS.AGE,
                            USERS.CREATED,
                            USERS.BALANCE,
                            ADDRESSES.ID,
                            ADDRESSES.EMAIL,
                            ADDRESSES.CITY)
                    .from(USERS)
                    .join(ADDRESSES)
                    .on(ADDRESSES.USER_ID.eq(USERS.ID))
                    .where(condition(choice))
                    .orderBy(USERS.ID, ADDRESSES.ID)
                    .limit(Criteria.LIMIT)
                    .fetch()) {
                sum += user(row)
                        + Checksum.address(row.get(ADDRESSES.ID), row.get(ADDRESSES.EMAIL), row.get(ADDRESSES.CITY));
            }
            return sum;
        });
    }

    private static Condition condition(int choice) {
        Condition condition = USERS.ID.le(Criteria.FIRST_USERS);
        if (Criteria.has(choice, 0)) {
            condition = condition.and(USERS.AGE.gt(Criteria.AGE_OVER));
        }
        if (Criteria.has(choice, 1)) {
            condition = condition.and(USERS.NAME.like(Criteria.NAME_START + "%"));
        }
        if (Criteria.has(choice, 2)) {
            condition = condition.and(USERS.BALANCE.between(Criteria.BALANCE_FROM, Criteria.BALANCE_TO));
        }
        if (Criteria.has(choice, 3)) {
            condition = condition.and(ADDRESSES.CITY.eq(Criteria.CITY));
        }
        if (Criteria.has(choice, 4)) {
            condition = condition.and(USERS.CREATED.lt(Criteria.CREATED_BEFORE));
        }
        if (Criteria.has(choice, 5)) {
            condition = condition.and(ADDRESSES.EMAIL.like("%" + Criteria.EMAIL_END));
        }
        return condition;
    }

    @Override
    public int compile() {
        return compile.sql().length();
    }

    @Override
    public long lazyOneByOne() {
        throw new UnsupportedOperationException(cannot(Workload.W9));
    }

    @Override
    public long lazyBatched() {
        throw new UnsupportedOperationException(cannot(Workload.W9B));
    }

    @Override
    public long insertBatch(boolean commit) {
        return work(commit, sql -> {
            int[] keys = insertUsers(sql);
            for (int i = 1; i < keys.length; i++) {
                if (keys[i] <= keys[i - 1]) {
                    return 0;
                }
            }
            return keys.length;
        });
    }

    @Override
    public void close() {
        database = null;
    }

    private int[] insertUsers(DSLContext sql) {
        int count = sizes().newParents();
        int[] keys = new int[count];
        for (int from = 0; from < count; from += BATCH) {
            List<Row5<String, String, Integer, LocalDateTime, BigDecimal>> users = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(from + BATCH, count); number++) {
                users.add(DSL.row(
                        Samples.name(number),
                        Samples.fullname(number),
                        Samples.age(number),
                        Samples.created(number),
                        Samples.balance(number)));
            }
            int next = from;
            for (UsersRecord inserted : sql.insertInto(
                            USERS, USERS.NAME, USERS.FULLNAME, USERS.AGE, USERS.CREATED, USERS.BALANCE)
                    .valuesOfRows(users)
                    .returning(USERS.ID)
                    .fetch()) {
                keys[next++] = inserted.get(USERS.ID);
            }
        }
        return keys;
    }

    private static long user(Record row) {
        return Checksum.user(
                row.get(USERS.ID),
                row.get(USERS.NAME),
                row.get(USERS.FULLNAME),
                row.get(USERS.AGE),
                row.get(USERS.CREATED),
                row.get(USERS.BALANCE));
    }

    private Sizes sizes() {
        return Objects.requireNonNull(database, "open it first").sizes();
    }

    private long read(ToLongFunction<DSLContext> work) {
        return work(false, work);
    }

    private long work(boolean commit, ToLongFunction<DSLContext> work) {
        Configuration base = Objects.requireNonNull(configuration, "open it first");
        try (Connection connection =
                Objects.requireNonNull(database, "open it first").dataSource().getConnection()) {
            long result = work.applyAsLong(base.derive(connection).dsl());
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
