package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC with the fastest SQL known for the database at hand: on PostgreSQL arrays in place of batches. Not what
 * people write, but where the floor is; on other databases it is the same as {@link JdbcPeer}.
 */
public final class JdbcFloorPeer extends JdbcPeer {
    private @Nullable DatabaseKind kind;

    @Override
    public String name() {
        return "jdbc-floor";
    }

    @Override
    public String product() {
        return "plain JDBC with arrays";
    }

    @Override
    public void open(BenchmarkDatabase opened) {
        super.open(opened);
        kind = opened.kind();
    }

    @Override
    protected int[] insertUsers(Connection connection) throws SQLException {
        if (kind != DatabaseKind.POSTGRESQL) {
            return super.insertUsers(connection);
        }
        int count = sizes().newParents();
        String[] names = new String[count];
        String[] fullnames = new String[count];
        Integer[] ages = new Integer[count];
        Timestamp[] created = new Timestamp[count];
        BigDecimal[] balances = new BigDecimal[count];
        for (int user = 0; user < count; user++) {
            names[user] = Samples.name(user);
            fullnames[user] = Samples.fullname(user);
            ages[user] = Samples.age(user);
            created[user] = Timestamp.valueOf(Samples.created(user));
            balances[user] = Samples.balance(user);
        }
        // Rows are inserted in the order of their ordinality, so keys in ascending order belong to them one by one.
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO users (name, fullname, age, created, balance) SELECT n, f, a, c, b"
                        + " FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY AS r (n, f, a, c, b, o) ORDER BY o RETURNING id")) {
            insert.setArray(1, connection.createArrayOf("varchar", names));
            insert.setArray(2, connection.createArrayOf("varchar", fullnames));
            insert.setArray(3, connection.createArrayOf("int4", ages));
            insert.setArray(4, connection.createArrayOf("timestamp", created));
            insert.setArray(5, connection.createArrayOf("numeric", balances));
            int[] keys = keys(insert, count);
            java.util.Arrays.sort(keys);
            return keys;
        }
    }

    @Override
    protected int insertAddresses(Connection connection, int[] users) throws SQLException {
        if (kind != DatabaseKind.POSTGRESQL) {
            return super.insertAddresses(connection, users);
        }
        int each = sizes().newChildrenEach();
        int count = users.length * each;
        Integer[] owners = new Integer[count];
        String[] emails = new String[count];
        String[] cities = new String[count];
        for (int i = 0; i < count; i++) {
            owners[i] = users[i / each];
            emails[i] = Samples.email(i / each, i % each);
            cities[i] = Samples.city(i / each, i % each);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO addresses (user_id, email, city) SELECT u, e, c"
                        + " FROM unnest(?, ?, ?) WITH ORDINALITY AS r (u, e, c, o) ORDER BY o RETURNING id")) {
            insert.setArray(1, connection.createArrayOf("int4", owners));
            insert.setArray(2, connection.createArrayOf("varchar", emails));
            insert.setArray(3, connection.createArrayOf("varchar", cities));
            return keys(insert, count).length;
        }
    }

    @Override
    protected int updateAges(Connection connection, int[] ids, int[] ages) throws SQLException {
        if (kind != DatabaseKind.POSTGRESQL) {
            return super.updateAges(connection, ids, ages);
        }
        Array idArray = connection.createArrayOf(
                "int4", java.util.Arrays.stream(ids).boxed().toArray());
        Array ageArray = connection.createArrayOf(
                "int4", java.util.Arrays.stream(ages).boxed().toArray());
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE users SET age = r.a FROM unnest(?, ?) AS r (i, a) WHERE users.id = r.i")) {
            update.setArray(1, idArray);
            update.setArray(2, ageArray);
            return update.executeUpdate();
        }
    }

    private static int[] keys(PreparedStatement insert, int count) throws SQLException {
        int[] keys = new int[count];
        try (ResultSet row = insert.executeQuery()) {
            for (int i = 0; row.next(); i++) {
                keys[i] = row.getInt(1);
            }
        }
        return keys;
    }
}
