package org.aludel.benchmarks;

import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.jspecify.annotations.Nullable;

/** The toolkit through its public API: core for rows and dynamic queries, the mapper for objects. */
public final class AludelPeer implements Peer {
    private static final MetaData METADATA = new MetaData();
    private static final Table USERS = METADATA.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)),
            column("fullname", string(80)),
            column("age", INTEGER),
            column("created", TIMESTAMP),
            column("balance", numeric(12, 2)));
    private static final Table ADDRESSES = METADATA.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("email", string(80)),
            column("city", string(40)));

    private static final Column<Integer> ID = USERS.c("id");
    private static final Column<String> NAME = USERS.c("name");
    private static final Column<String> FULLNAME = USERS.c("fullname");
    private static final Column<Integer> AGE = USERS.c("age");
    private static final Column<LocalDateTime> CREATED = USERS.c("created");
    private static final Column<BigDecimal> BALANCE = USERS.c("balance");
    private static final Column<Integer> ADDRESS_ID = ADDRESSES.c("id");
    private static final Column<Integer> USER_ID = ADDRESSES.c("user_id");
    private static final Column<String> EMAIL = ADDRESSES.c("email");
    private static final Column<String> CITY = ADDRESSES.c("city");

    private @Nullable Engine engine;
    private @Nullable SessionFactory sessions;
    private Sizes sizes = Sizes.FULL;

    @Override
    public String name() {
        return "aludel";
    }

    @Override
    public String product() {
        return "Aludel " + Objects.requireNonNullElse(Engine.class.getPackage().getImplementationVersion(), "as built");
    }

    @Override
    public void open(BenchmarkDatabase database) {
        sizes = database.sizes();
        engine = Engine.of(database.dataSource());
        sessions = SessionFactory.builder(engine).map(User.class, Address.class).build();
    }

    @Override
    public long byKey(int id) {
        try (Session session = session()) {
            User user = session.get(User.class, id);
            return user == null ? 0 : user.checksum();
        }
    }

    @Override
    public long rows() {
        Select all = select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE);
        try (Connection connection = engine().connect();
                Transaction ignored = connection.begin()) {
            long sum = 0;
            for (Row row : connection.execute(all)) {
                sum += Checksum.user(
                        row.getInt(0),
                        text(row, 1),
                        text(row, 2),
                        row.getInt(3),
                        Objects.requireNonNull(row.get(CREATED)),
                        Objects.requireNonNull(row.get(BALANCE)));
            }
            return sum;
        }
    }

    @Override
    public long entities() {
        try (Session session = session()) {
            return checksum(session.query(User.class).all());
        }
    }

    @Override
    public long parentsWithChildren() {
        try (Session session = session()) {
            return checksumWithAddresses(session.query(User.class)
                    .filter(User_.id.le(sizes.parents()))
                    .options(selectinLoad(User_.addresses))
                    .all());
        }
    }

    @Override
    public long insertGraph(boolean commit) {
        try (Session session = session()) {
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
                session.add(user);
                rows += 1 + sizes.newChildrenEach();
            }
            session.flush();
            end(session, commit);
            return rows;
        }
    }

    @Override
    public long changeOne(boolean commit) {
        try (Session session = session()) {
            List<User> users = session.query(User.class)
                    .filter(User_.id.le(sizes.parents()))
                    .all();
            for (User user : users) {
                user.setAge(user.getAge() + 1);
            }
            session.flush();
            end(session, commit);
            return users.size();
        }
    }

    @Override
    public long dynamicQuery(int call) {
        Select query = dynamicSelect(Criteria.choice(call));
        try (Connection connection = engine().connect();
                Transaction ignored = connection.begin()) {
            long sum = 0;
            for (Row row : connection.execute(query)) {
                sum += user(row) + address(row);
            }
            return sum;
        }
    }

    @Override
    public int compile() {
        TableAlias others = USERS.as("p");
        TableAlias first = ADDRESSES.as("a");
        TableAlias second = ADDRESSES.as("b");
        TableAlias sub = ADDRESSES.as("s");
        return select(ID, NAME, first.c(EMAIL), second.c(CITY), others.c(NAME))
                .from(USERS)
                .join(first, first.c(USER_ID).eq(ID))
                .join(others, others.c(AGE).eq(AGE))
                .leftJoin(
                        second,
                        second.c(USER_ID).eq(others.c(ID)).and(second.c(CITY).eq(Criteria.CITY)))
                .where(
                        AGE.gt(Criteria.AGE_OVER),
                        NAME.startsWith(Criteria.NAME_START),
                        others.c(ID).in(select(sub.c(USER_ID)).where(sub.c(CITY).eq(Criteria.CITY))))
                .orderBy(ID, first.c(ADDRESS_ID))
                .limit(Criteria.LIMIT)
                .toSql(engine().dialect())
                .length();
    }

    @Override
    public long lazyOneByOne() {
        try (Session session = session()) {
            return checksumWithAddresses(
                    session.query(User.class).filter(User_.id.le(sizes.lazy())).all());
        }
    }

    @Override
    public long lazyBatched() {
        try (Session session = session()) {
            return checksumWithAddresses(session.query(User.class)
                    .filter(User_.id.le(sizes.lazy()))
                    .options(selectinLoad(User_.addresses))
                    .all());
        }
    }

    @Override
    public long insertBatch(boolean commit) {
        int count = sizes.newParents();
        List<Map<String, Object>> sets = new ArrayList<>(count);
        for (int user = 0; user < count; user++) {
            sets.add(params(
                    "name",
                    Samples.name(user),
                    "fullname",
                    Samples.fullname(user),
                    "age",
                    Samples.age(user),
                    "created",
                    Samples.created(user),
                    "balance",
                    Samples.balance(user)));
        }
        try (Connection connection = engine().connect();
                Transaction transaction = connection.begin()) {
            int last = 0;
            int keys = 0;
            for (Row key : connection.executeForKeys(USERS.insert(), sets)) {
                int id = key.getInt(0);
                keys = id > last ? keys + 1 : 0;
                last = id;
            }
            if (commit) {
                transaction.commit();
            }
            return keys;
        }
    }

    @Override
    public void close() {
        if (sessions != null) {
            sessions.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    private static Select dynamicSelect(int choice) {
        Select query = select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE, ADDRESS_ID, EMAIL, CITY)
                .from(USERS)
                .join(ADDRESSES, USER_ID.eq(ID))
                .where(ID.le(Criteria.FIRST_USERS));
        if (Criteria.has(choice, 0)) {
            query = query.where(AGE.gt(Criteria.AGE_OVER));
        }
        if (Criteria.has(choice, 1)) {
            query = query.where(NAME.startsWith(Criteria.NAME_START));
        }
        if (Criteria.has(choice, 2)) {
            query = query.where(BALANCE.between(Criteria.BALANCE_FROM, Criteria.BALANCE_TO));
        }
        if (Criteria.has(choice, 3)) {
            query = query.where(CITY.eq(Criteria.CITY));
        }
        if (Criteria.has(choice, 4)) {
            query = query.where(CREATED.lt(Criteria.CREATED_BEFORE));
        }
        if (Criteria.has(choice, 5)) {
            query = query.where(EMAIL.endsWith(Criteria.EMAIL_END));
        }
        return query.orderBy(ID, ADDRESS_ID).limit(Criteria.LIMIT);
    }

    private static long user(Row row) {
        return Checksum.user(
                row.getInt(0),
                text(row, 1),
                text(row, 2),
                row.getInt(3),
                Objects.requireNonNull(row.get(CREATED)),
                Objects.requireNonNull(row.get(BALANCE)));
    }

    private static long address(Row row) {
        return Checksum.address(row.getInt(6), text(row, 7), text(row, 8));
    }

    private static String text(Row row, int index) {
        return Objects.requireNonNull(row.getString(index));
    }

    private static long checksum(List<User> users) {
        long sum = 0;
        for (User user : users) {
            sum += user.checksum();
        }
        return sum;
    }

    private static long checksumWithAddresses(List<User> users) {
        long sum = 0;
        for (User user : users) {
            sum += user.checksumWithAddresses();
        }
        return sum;
    }

    private static void end(Session session, boolean commit) {
        if (commit) {
            session.commit();
        } else {
            session.rollback();
        }
    }

    private Session session() {
        return Objects.requireNonNull(sessions, "open it first").open();
    }

    /** The engine, for tests that count its statements. */
    Engine engine() {
        return Objects.requireNonNull(engine, "open it first");
    }
}
