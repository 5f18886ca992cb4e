package org.aludel.orm.internal.session;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random work on a small graph: what the session has in memory must be what another session reads after a commit, and
 * rolling back must give what was there before, for savepoints without SQL.
 */
@Tag("UOW-08")
class RandomSessionTest {

    private static final int STEPS = 400;

    /** A savepoint with what memory (or, where it was empty, the database) looked like when it was set. */
    private record Mark(
            NestedTransaction nested, String graph, boolean known, List<User> users, List<Keyword> keywords) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private List<User> users = new ArrayList<>();
    private List<Keyword> keywords = new ArrayList<>();
    private int number;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void memoryAndDatabaseAgree(long seed) {
        Random random = new Random(seed);
        try (TestDatabase db = TestDatabase.create(builder -> builder.expireOnCommit(seed % 2 == 0));
                Session session = db.sessions().open()) {
            String committed = graph();
            List<User> committedUsers = List.of();
            List<Keyword> committedKeywords = List.of();
            for (int step = 0; step < STEPS; step++) {
                int choice = random.nextInt(100);
                if (choice < 70) {
                    change(random, session);
                    if (seed % 3 != 1 && random.nextInt(10) == 0) {
                        forget(random, session);
                    }
                } else if (choice < 76) {
                    session.flush();
                } else if (choice < 84 && marks.size() < 3) {
                    NestedTransaction nested = session.beginNested();
                    boolean known = seed % 3 != 0;
                    if (!known) {
                        session.expireAll();
                    }
                    String graph = known ? graph() : graphBySql(session);
                    marks.push(new Mark(nested, graph, known, new ArrayList<>(users), new ArrayList<>(keywords)));
                } else if (choice < 92 && !marks.isEmpty()) {
                    Mark mark = marks.pop();
                    if (random.nextBoolean()) {
                        mark.nested().commit();
                    } else {
                        mark.nested().rollback();
                        users = mark.users();
                        keywords = mark.keywords();
                        db.forgetExecuted();
                        assertThat(graph())
                                .as("seed %s, step %s, rolled back", seed, step)
                                .isEqualTo(mark.graph());
                        if (mark.known() && seed % 3 != 2) {
                            assertThat(db.executed())
                                    .as("seed %s, step %s", seed, step)
                                    .isEmpty();
                        }
                    }
                } else if (choice < 97) {
                    session.flush();
                    String before = graph();
                    session.commit();
                    marks.clear();
                    committed = before;
                    committedUsers = new ArrayList<>(users);
                    committedKeywords = new ArrayList<>(keywords);
                    assertThat(graph())
                            .as("seed %s, step %s, own view", seed, step)
                            .isEqualTo(before);
                    assertThat(read(db))
                            .as("seed %s, step %s, other view", seed, step)
                            .isEqualTo(before);
                } else {
                    session.rollback();
                    marks.clear();
                    users = new ArrayList<>(committedUsers);
                    keywords = new ArrayList<>(committedKeywords);
                    assertThat(graph())
                            .as("seed %s, step %s, whole rollback", seed, step)
                            .isEqualTo(committed);
                }
            }
        }
    }

    private void change(Random random, Session session) {
        int choice = random.nextInt(12);
        User user = pick(random, users);
        if (user == null || choice == 0) {
            User added = new User("u" + number++);
            if (random.nextBoolean()) {
                added.getAddresses().add(new Address("c" + number++));
            }
            session.add(added);
            users.add(added);
            return;
        }
        switch (choice) {
            case 1 -> {
                Keyword added = new Keyword("k" + number++);
                session.add(added);
                keywords.add(added);
            }
            case 2 -> user.setName("u" + number++);
            case 3 -> user.setAge(random.nextInt(100));
            case 4 -> user.getAddresses().add(new Address("c" + number++));
            case 5 -> new Address("c" + number++).setUser(user);
            case 6 -> {
                if (!user.getAddresses().isEmpty()) {
                    user.getAddresses()
                            .remove(random.nextInt(user.getAddresses().size()));
                }
            }
            case 7 -> {
                User other = pick(random, users);
                if (!user.getAddresses().isEmpty()) {
                    other.getAddresses().add(user.getAddresses().get(0));
                }
            }
            case 8 -> {
                if (!user.getAddresses().isEmpty()) {
                    user.getAddresses().get(0).setCity("c" + number++);
                }
            }
            case 9 -> {
                Keyword keyword = pick(random, keywords);
                if (keyword != null && !user.getKeywords().remove(keyword)) {
                    keyword.getUsers().add(user);
                }
            }
            case 10 -> {
                session.flush();
                user.getKeywords().clear();
                session.delete(user);
                users.remove(user);
            }
            default -> {
                Keyword keyword = pick(random, keywords);
                if (keyword != null) {
                    session.flush();
                    keyword.getUsers().clear();
                    session.delete(keyword);
                    keywords.remove(keyword);
                }
            }
        }
    }

    /** Reads anew, or forgets, so that loading mixes with changing. */
    private void forget(Random random, Session session) {
        session.flush();
        User user = pick(random, users);
        switch (random.nextInt(4)) {
            case 0 -> session.expireAll();
            case 1 -> session.query(User.class).populateExisting().all();
            case 2 -> {
                if (user != null) {
                    session.refresh(user);
                }
            }
            default -> {
                if (user != null) {
                    session.expire(user, "addresses", "name");
                }
            }
        }
    }

    private static String graphBySql(Session session) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Row user : session.execute(text("select id, name, age from users"))) {
            TreeSet<Object> cities = new TreeSet<>();
            TreeSet<Object> words = new TreeSet<>();
            session.execute(text("select city from addresses where user_id = " + user.get(0)))
                    .forEach(row -> cities.add(row.get(0)));
            session.execute(text("select word from keywords k join user_keywords on k.id = keyword_id where user_id = "
                            + user.get(0)))
                    .forEach(row -> words.add(row.get(0)));
            lines.put((String) user.get(1), user.get(2) + " " + cities + " " + words);
        }
        for (Row keyword : session.execute(text("select id, word from keywords"))) {
            TreeSet<Object> names = new TreeSet<>();
            session.execute(text("select name from users u join user_keywords on u.id = user_id where keyword_id = "
                            + keyword.get(0)))
                    .forEach(row -> names.add(row.get(0)));
            lines.put((String) keyword.get(1), names.toString());
        }
        return lines.toString();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
    }

    private String graph() {
        return graph(users, keywords);
    }

    private static String graph(List<User> users, List<Keyword> keywords) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (User user : users) {
            TreeSet<String> cities = new TreeSet<>();
            for (Address address : user.getAddresses()) {
                cities.add(address.getCity() + (address.getUser() == user ? "" : "!"));
            }
            TreeSet<String> words = new TreeSet<>();
            user.getKeywords().forEach(keyword -> words.add(keyword.getWord()));
            lines.put(user.getName(), user.getAge() + " " + cities + " " + words);
        }
        for (Keyword keyword : keywords) {
            TreeSet<String> names = new TreeSet<>();
            keyword.getUsers().forEach(user -> names.add(user.getName()));
            lines.put(keyword.getWord(), names.toString());
        }
        return lines.toString();
    }

    private static String read(TestDatabase db) {
        return db.sessions()
                .inTransaction(other -> graph(
                        other.query(User.class).all(),
                        other.query(Keyword.class).all()));
    }
}
