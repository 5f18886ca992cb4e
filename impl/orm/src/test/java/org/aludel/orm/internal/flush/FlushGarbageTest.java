package org.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a flush of independent new objects costs in memory, beyond what plain JDBC does for the same rows. Bytes are counted,
 * not timed: the driver's inserts are a stand-in that keeps nothing, so that the figures are the same on every machine.
 */
@Tag("UOW-03")
class FlushGarbageTest {

    private static final int MANY = 100_000;
    private static final int BATCH = 10_000;

    private final DataSource source = InsertsIntoNothing.before(h2());

    @Mapped(table = "garbage_points")
    static class Point {
        @Id
        private Integer id;

        @Col(nullable = false)
        private int x;

        @Col(length = 20)
        private String name;

        Point() {}

        Point(int x, String name) {
            this.x = x;
            this.name = name;
        }
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:garbage;DB_CLOSE_DELAY=-1");
        return h2;
    }

    @Test
    void aHundredThousandNewObjectsLeaveAtMost300BytesEachAndGrowLinearly() throws SQLException {
        try (Engine engine = Engine.of(source);
                SessionFactory sessions =
                        SessionFactory.builder(engine).map(Point.class).build()) {
            flushed(sessions, 1_000);
            plain(1_000);

            double few = (flushed(sessions, MANY / 10) - plain(MANY / 10)) / (MANY / 10.0);
            double many = (flushed(sessions, MANY) - plain(MANY)) / (double) MANY;

            System.out.printf("flush garbage: %.0f bytes an object of %d, %.0f of %d%n", few, MANY / 10, many, MANY);
            assertThat(many).as("bytes for each of %d objects", MANY).isBetween(0.0, 300.0);
            // tables that double may be half empty or full
            assertThat(many).as("bytes for each of ten times as many objects").isLessThan(few * 1.3);
        }
    }

    /** Bytes that the flush of so many objects takes; the objects and their states are there before. */
    private static long flushed(SessionFactory sessions, int count) {
        try (Session session = sessions.open()) {
            List<Point> points = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                points.add(new Point(i, "name"));
            }
            session.addAll(points);
            long before = allocated();
            session.flush();
            long bytes = allocated() - before;
            assertThat(points.get(count - 1).id).isEqualTo(count);
            session.rollback();
            return bytes;
        }
    }

    /** Bytes that the same rows take by hand. */
    private long plain(int count) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            long before = allocated();
            long sum = 0;
            for (int start = 0; start < count; start += BATCH) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO garbage_points (x, name) VALUES (?, ?)", new String[] {"id"})) {
                    for (int i = start; i < Math.min(count, start + BATCH); i++) {
                        insert.setInt(1, i);
                        insert.setString(2, "name");
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    try (ResultSet keys = insert.getGeneratedKeys()) {
                        while (keys.next()) {
                            sum += keys.getInt(1);
                        }
                    }
                }
            }
            long bytes = allocated() - before;
            assertThat(sum).isPositive();
            return bytes;
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
