package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.withLoaderCriteria;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.StatementCache;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A query of a structure that was seen before is neither built nor compiled, and so is what it loads later. */
@Tag("QRY-10")
class CachedQueriesTest {

    private SampleDatabase database;
    private StatementCache queries;
    private StatementCache compiled;

    @BeforeEach
    void open() {
        database = new SampleDatabase();
        queries = database.sessions.queryCache();
        compiled = database.engine.statementCache();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void run(int age, String city) {
        try (Session session = database.open()) {
            List<User> users = session.query(User.class)
                    .join(User_.addresses)
                    .filter(User_.age.gt(age), Address_.city.ne(city))
                    .options(selectinLoad(User_.keywords), withLoaderCriteria(Address.class, Address_.city.ne(city)))
                    .orderBy(User_.id)
                    .all();
            for (User user : users) {
                user.getAddresses().size();
            }
            Objects.requireNonNull(session.get(User.class, 4)).getAddresses().size();
        }
    }

    @Test
    void onlyTheFirstIsBuiltAndCompiled() {
        run(1, "Rome");
        long built = queries.misses();
        long texts = compiled.misses();
        long found = queries.hits();

        run(35, "Paris");
        run(2, "Oslo");

        assertThat(queries.misses()).isEqualTo(built);
        assertThat(compiled.misses()).isEqualTo(texts);
        assertThat(queries.hits()).as("queries and later loads").isGreaterThanOrEqualTo(found + 6);
        assertThat(queries.size()).isPositive().isLessThanOrEqualTo(queries.capacity());
    }

    @Test
    void otherStructuresAreOthers() {
        run(1, "Rome");
        long built = queries.misses();
        try (Session session = database.open()) {
            session.query(User.class).filter(User_.age.lt(1)).all();
            session.query(User.class)
                    .filter(User_.age.lt(1))
                    .distinctOn(User_.name)
                    .enableEagerLoads(false);
            session.query(User.class)
                    .filter(User_.age.lt(1))
                    .options(withLoaderCriteria(User.class, User_.id.gt(0)))
                    .all();
        }
        assertThat(queries.misses()).isEqualTo(built + 2);
        queries.clear();
        assertThat(queries.size()).isZero();
        run(1, "Rome");
        assertThat(queries.size()).isPositive();
    }

    @Test
    void eagerLoadsThatAreSwitchedOffAreAnotherStructure() {
        try (Session session = database.open()) {
            assertThat(session.query(User.class)
                            .options(selectinLoad(User_.addresses))
                            .all())
                    .hasSize(4);
            long built = queries.misses();
            session.query(User.class).enableEagerLoads(false).all();
            session.query(User.class).enableEagerLoads(true).all();
            assertThat(queries.misses()).isEqualTo(built + 2);
        }
    }
}
