package org.aludel.databases.streaming;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactory;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One session loads and forgets objects in a heap of 64 MiB, in which they would not fit together: as a stream, one by one
 * by their keys, and with two collections each. Each build takes as many as do not fit (by keys: as many as show whether
 * memory grows); five million objects, and ten million rows of two million owners and their members:
 *
 * <pre>{@code
 * mvn -o -B -Dquick -pl itests/databases -am test -Dtest=MillionsOfObjectsTest -Daludel.objects=5000000 \
 *     -Daludel.objects.keys=5000000 -Daludel.objects.owners=2000000 -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
final class MillionsOfObjectsTest {

    private static final int OBJECTS = Integer.getInteger("aludel.objects", 450_000);
    private static final int KEYS = Integer.getInteger("aludel.objects.keys", 40_000);
    private static final int OWNERS = Integer.getInteger("aludel.objects.owners", 60_000);
    private static final String HEAP = "-Xmx64m";
    private static final int FLAT = 32;
    private static final int MEMBERS = 2;
    private static final Pattern LOADED = Pattern.compile("LOADED (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    /** What was loaded: objects, the sum of their keys, members of collections, statements sent, MiB in use at most. */
    private record Loading(long objects, long sum, long members, long statements, long mebibytes) {}

    private static @Nullable TestDatabase members;

    @BeforeAll
    static void fill() {
        TestDatabase ofMembers = Databases.postgresql().createDatabase();
        members = ofMembers;
        fill(POSTGRESQL.database(), Math.max(OBJECTS, KEYS), 0);
        fill(ofMembers, OWNERS, MEMBERS);
    }

    @AfterAll
    static void drop() {
        TestDatabase ofMembers = members;
        if (ofMembers != null) {
            ofMembers.close();
        }
    }

    private static void fill(TestDatabase database, int owners, int each) {
        try (Engine engine = Engine.create(database.aludelUrl());
                SessionFactory sessions = SessionFactory.builder(engine)
                        .map(ObjectReader.classes())
                        .build()) {
            sessions.metaData().createAll(engine);
            engine.useTransaction(connection -> {
                connection.execute(text("INSERT INTO m_owners (id, name, number)"
                        + " SELECT g, 'an owner with number ' || g, g % 7 FROM generate_series(1, " + owners + ") g"));
                if (each > 0) {
                    for (String table : List.of("m_reds", "m_blues")) {
                        connection.execute(text("INSERT INTO " + table
                                + " (id, owner_id, name) SELECT g, 1 + (g - 1) / "
                                + each + ", 'a member with number ' || g FROM generate_series(1, " + each * owners
                                + ") g"));
                    }
                }
            });
            engine.useTransaction(connection -> connection.execute(text("ANALYZE")));
        }
    }

    private static String run(TestDatabase database, int objects, String how) {
        return SmallHeap.run(HEAP, ObjectReader.class, 30, List.of(database.aludelUrl(), String.valueOf(objects), how));
    }

    private static Loading load(TestDatabase database, int objects, String how) {
        String said = run(database, objects, how);
        Matcher line = LOADED.matcher(said);
        assertThat(line.find()).as(said).isTrue();
        Loading loading = new Loading(
                Long.parseLong(line.group(1)),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)),
                Long.parseLong(line.group(4)),
                Long.parseLong(line.group(5)));
        System.out.println(how + " in 64 MiB: " + loading);
        assertThat(loading.objects()).isEqualTo(objects);
        assertThat(loading.sum()).isEqualTo((long) objects * (objects + 1) / 2);
        return loading;
    }

    @Test
    @Tag("UOW-01")
    void objectsOfAStreamAreForgotten() {
        assertThat(load(POSTGRESQL.database(), OBJECTS, "stream").mebibytes()).isLessThan(FLAT);
    }

    @Test
    @Tag("UOW-01")
    void objectsLoadedOneByOneAreForgotten() {
        Loading few = load(POSTGRESQL.database(), KEYS / 10, "get");
        Loading many = load(POSTGRESQL.database(), KEYS, "get");
        assertThat(many.statements()).isEqualTo(KEYS);
        // a state that stays would take a hundred bytes and more
        assertThat(many.mebibytes()).isLessThan(FLAT).isLessThan(few.mebibytes() + 3);
    }

    @Test
    void objectsThatTheProgramKeepsDoNotFit() {
        assertThat(run(POSTGRESQL.database(), OBJECTS, "keep"))
                .containsAnyOf("OutOfMemoryError", "Out of memory")
                .doesNotContain("LOADED");
    }

    @Test
    @Tag("QRY-05")
    void collectionsOfAStreamAreForgottenToo() {
        Loading loading = load(Objects.requireNonNull(members), OWNERS, "collections");
        assertThat(loading.members()).isEqualTo(2L * MEMBERS * OWNERS);
        assertThat(loading.statements() - 1).isLessThanOrEqualTo(2L * ((OWNERS + 999) / 1_000));
        assertThat(loading.mebibytes()).isLessThan(FLAT);
    }
}
