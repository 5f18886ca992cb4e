package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC as a careful programmer writes it by hand: typed getters by position, prepared statements, batches, plain
 * objects where the workload asks for objects. It is what the budgets are ratios to.
 */
public class JdbcPeer implements Peer {
    private static final String USER = "SELECT id, name, fullname, age, created, balance FROM users";

    private @Nullable BenchmarkDatabase database;

    /** A user without any ado. */
    private record PlainUser(
            int id,
            String name,
            String fullname,
            int age,
            LocalDateTime created,
            BigDecimal balance,
            List<PlainAddress> addresses) {}

    private record PlainAddress(int id, String email, String city) {}

    /** A piece of work with a connection. */
    @FunctionalInterface
    protected interface Work {
        long run(Connection connection) throws SQLException;
    }

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String product() {
        return "plain JDBC";
    }

    @Override
    public void open(BenchmarkDatabase opened) {
        database = opened;
    }

    @Override
    public long byKey(int id) {
        return rolledBack(connection -> {
            try (PreparedStatement select = connection.prepareStatement(USER + " WHERE id = ?")) {
                select.setInt(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? checksum(user(row)) : 0;
                }
            }
        });
    }

    @Override
    public long rows() {
        return rolledBack(connection -> {
            long sum = 0;
            try (PreparedStatement select = connection.prepareStatement(USER);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sum += Checksum.user(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, LocalDateTime.class),
                            row.getBigDecimal(6));
                }
            }
            return sum;
        });
    }

    @Override
    public long entities() {
        return rolledBack(connection -> {
            List<PlainUser> users = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(USER);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    users.add(user(row));
                }
            }
            return checksum(users);
        });
    }

    @Override
    public long parentsWithChildren() {
        return rolledBack(connection -> {
            List<PlainUser> users = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT u.id, u.name, u.fullname, u.age, u.created, u.balance, a.id, a.email, a.city FROM users u"
                            + " LEFT JOIN addresses a ON a.user_id = u.id WHERE u.id <= ? ORDER BY u.id, a.id")) {
                select.setInt(1, sizes().parents());
                try (ResultSet row = select.executeQuery()) {
                    PlainUser user = null;
                    while (row.next()) {
                        if (user == null || user.id != row.getInt(1)) {
                            user = user(row);
                            users.add(user);
                        }
                        int address = row.getInt(7);
                        if (!row.wasNull()) {
                            user.addresses.add(new PlainAddress(address, row.getString(8), row.getString(9)));
                        }
                    }
                }
            }
            return checksum(users);
        });
    }

    @Override
    public long insertGraph(boolean commit) {
        return work(commit, connection -> {
            int[] keys = insertUsers(connection);
            return keys.length + insertAddresses(connection, keys);
        });
    }

    @Override
    public long changeOne(boolean commit) {
        return work(commit, connection -> {
            List<PlainUser> users = firstUsers(connection, sizes().parents());
            return updateAges(
                    connection,
                    users.stream().mapToInt(PlainUser::id).toArray(),
                    users.stream().mapToInt(user -> user.age + 1).toArray());
        });
    }

    @Override
    public long dynamicQuery(int call) {
        int choice = Criteria.choice(call);
        StringBuilder sql = new StringBuilder(200)
                .append("SELECT u.id, u.name, u.fullname, u.age, u.created, u.balance, a.id, a.email, a.city")
                .append(" FROM users u JOIN addresses a ON a.user_id = u.id WHERE u.id <= ?");
        List<Object> values = new ArrayList<>();
        values.add(Criteria.FIRST_USERS);
        if (Criteria.has(choice, 0)) {
            sql.append(" AND u.age > ?");
            values.add(Criteria.AGE_OVER);
        }
        if (Criteria.has(choice, 1)) {
            sql.append(" AND u.name LIKE ?");
            values.add(Criteria.NAME_START + "%");
        }
        if (Criteria.has(choice, 2)) {
            sql.append(" AND u.balance BETWEEN ? AND ?");
            values.add(Criteria.BALANCE_FROM);
            values.add(Criteria.BALANCE_TO);
        }
        if (Criteria.has(choice, 3)) {
            sql.append(" AND a.city = ?");
            values.add(Criteria.CITY);
        }
        if (Criteria.has(choice, 4)) {
            sql.append(" AND u.created < ?");
            values.add(Criteria.CREATED_BEFORE);
        }
        if (Criteria.has(choice, 5)) {
            sql.append(" AND a.email LIKE ?");
            values.add("%" + Criteria.EMAIL_END);
        }
        sql.append(" ORDER BY u.id, a.id LIMIT ?");
        values.add(Criteria.LIMIT);
        return rolledBack(connection -> {
            long sum = 0;
            try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sum += checksum(user(row))
                                + Checksum.address(row.getInt(7), row.getString(8), row.getString(9));
                    }
                }
            }
            return sum;
        });
    }

    @Override
    public int compile() {
        return new StringBuilder(400)
                .append("SELECT u.id, u.name, a.email, b.city, p.name FROM users u")
                .append(" JOIN addresses a ON a.user_id = u.id")
                .append(" JOIN users p ON p.age = u.age")
                .append(" LEFT JOIN addresses b ON b.user_id = p.id AND b.city = ?")
                .append(" WHERE u.age > ? AND u.name LIKE ? AND p.id IN (SELECT s.user_id FROM addresses s")
                .append(" WHERE s.city = ?) ORDER BY u.id, a.id LIMIT ?")
                .toString()
                .length();
    }

    @Override
    public long lazyOneByOne() {
        return rolledBack(connection -> {
            List<PlainUser> users = firstUsers(connection, sizes().lazy());
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, email, city FROM addresses WHERE user_id = ? ORDER BY id")) {
                for (PlainUser user : users) {
                    select.setInt(1, user.id);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            user.addresses.add(new PlainAddress(row.getInt(1), row.getString(2), row.getString(3)));
                        }
                    }
                }
            }
            return checksum(users);
        });
    }

    @Override
    public long lazyBatched() {
        return rolledBack(connection -> {
            List<PlainUser> users = firstUsers(connection, sizes().lazy());
            String in = "?, ".repeat(users.size() - 1) + "?";
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT user_id, id, email, city FROM addresses WHERE user_id IN (" + in
                            + ") ORDER BY user_id, id")) {
                for (int i = 0; i < users.size(); i++) {
                    select.setInt(i + 1, users.get(i).id);
                }
                try (ResultSet row = select.executeQuery()) {
                    int position = 0;
                    while (row.next()) {
                        int owner = row.getInt(1);
                        while (users.get(position).id != owner) {
                            position++;
                        }
                        users.get(position)
                                .addresses
                                .add(new PlainAddress(row.getInt(2), row.getString(3), row.getString(4)));
                    }
                }
            }
            return checksum(users);
        });
    }

    @Override
    public long insertBatch(boolean commit) {
        return work(commit, connection -> {
            int[] keys = insertUsers(connection);
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

    /** Inserts the new users and returns their keys in order. */
    protected int[] insertUsers(Connection connection) throws SQLException {
        int count = sizes().newParents();
        int[] keys = new int[count];
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO users (name, fullname, age, created, balance) VALUES (?, ?, ?, ?, ?)",
                new String[] {"id"})) {
            for (int user = 0; user < count; user++) {
                insert.setString(1, Samples.name(user));
                insert.setString(2, Samples.fullname(user));
                insert.setInt(3, Samples.age(user));
                insert.setObject(4, Samples.created(user));
                insert.setBigDecimal(5, Samples.balance(user));
                insert.addBatch();
            }
            insert.executeBatch();
            try (ResultSet generated = insert.getGeneratedKeys()) {
                for (int i = 0; generated.next(); i++) {
                    keys[i] = generated.getInt(1);
                }
            }
        }
        return keys;
    }

    /** Inserts the addresses of the new users and returns how many. */
    protected int insertAddresses(Connection connection, int[] users) throws SQLException {
        int each = sizes().newChildrenEach();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO addresses (user_id, email, city) VALUES (?, ?, ?)", new String[] {"id"})) {
            for (int user = 0; user < users.length; user++) {
                for (int index = 0; index < each; index++) {
                    insert.setInt(1, users[user]);
                    insert.setString(2, Samples.email(user, index));
                    insert.setString(3, Samples.city(user, index));
                    insert.addBatch();
                }
            }
            int rows = insert.executeBatch().length;
            try (ResultSet generated = insert.getGeneratedKeys()) {
                long sum = 0;
                while (generated.next()) {
                    sum += generated.getInt(1);
                }
                if (sum == 0) {
                    throw new SQLException("no keys came back");
                }
            }
            return rows;
        }
    }

    /** Writes the ages and returns how many rows changed. */
    protected int updateAges(Connection connection, int[] ids, int[] ages) throws SQLException {
        int changed = 0;
        try (PreparedStatement update = connection.prepareStatement("UPDATE users SET age = ? WHERE id = ?")) {
            for (int i = 0; i < ids.length; i++) {
                update.setInt(1, ages[i]);
                update.setInt(2, ids[i]);
                update.addBatch();
            }
            for (int count : update.executeBatch()) {
                changed += count == Statement.SUCCESS_NO_INFO ? 1 : count;
            }
        }
        return changed;
    }

    /** How much there is. */
    protected final Sizes sizes() {
        return opened().sizes();
    }

    private List<PlainUser> firstUsers(Connection connection, int count) throws SQLException {
        List<PlainUser> users = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(USER + " WHERE id <= ? ORDER BY id")) {
            select.setInt(1, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    users.add(user(row));
                }
            }
        }
        return users;
    }

    private static PlainUser user(ResultSet row) throws SQLException {
        return new PlainUser(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, LocalDateTime.class),
                row.getBigDecimal(6),
                new ArrayList<>());
    }

    private static long checksum(List<PlainUser> users) {
        long sum = 0;
        for (PlainUser user : users) {
            sum += checksum(user);
            for (PlainAddress address : user.addresses) {
                sum += Checksum.address(address.id, address.email, address.city);
            }
        }
        return sum;
    }

    private static long checksum(PlainUser user) {
        return Checksum.user(user.id, user.name, user.fullname, user.age, user.created, user.balance);
    }

    private long rolledBack(Work work) {
        return work(false, work);
    }

    private long work(boolean commit, Work work) {
        DataSource source = opened().dataSource();
        try (Connection connection = source.getConnection()) {
            long result = work.run(connection);
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

    private BenchmarkDatabase opened() {
        return Objects.requireNonNull(database, "open it first");
    }
}
