package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;

/**
 * H2 in memory with the test model and a few rows, written without the mapper; notes every statement.
 *
 * <p>Users: 1 ed (30; Paris, Rome), 2 jack (40; Oslo), 3 wendy (50; none), 4 fred (null; Paris). Keywords: java of ed and
 * jack, sql of ed, chess of nobody. Employees: 1 ann leads 2 bob and 3 cid; bob leads 4 dan.
 */
final class SampleDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Engine engine = Engine.create("h2:///mem:query" + NUMBER.incrementAndGet());
    final SessionFactory sessions;
    final List<String> sql = new ArrayList<>();

    SampleDatabase() {
        sessions = SessionFactory.builder(engine)
                .map(TestMappings.annotated().toArray(new Class<?>[0]))
                .build();
        sessions.metaData().createAll(engine);
        engine.useTransaction(connection -> {
            for (String statement : ROWS.split(";")) {
                connection.execute(Sql.text(statement.trim()));
            }
        });
        engine.on(AfterExecute.class, event -> sql.add(event.sql()));
    }

    private static final String ROWS = """
            insert into users (id, name, email, age, balance) values
                (1, 'ed', 'ed@x', 30, 10.00), (2, 'jack', 'jack@x', 40, 20.00),
                (3, 'wendy', null, 50, 30.00), (4, 'fred', null, null, null);
            insert into addresses (id, city, user_id) values
                (1, 'Rome', 1), (2, 'Paris', 1), (3, 'Oslo', 2), (4, 'Paris', 4);
            insert into keywords (id, word) values (1, 'java'), (2, 'sql'), (3, 'chess');
            insert into user_keywords (user_id, keyword_id) values (1, 1), (1, 2), (2, 1);
            insert into employees (id, name, active, manager_id) values
                (1, 'ann', true, null), (2, 'bob', true, 1), (3, 'cid', false, 1), (4, 'dan', true, 2);
            insert into invoices (number, customer, version) values (7, 'ed', 1), (8, 'jack', 1);
            insert into invoice_lines (invoice_number, position, text, price) values
                (7, 2, 'pen', 2.50), (7, 1, 'ink', 5.00), (8, 1, 'pad', 1.25)
            """;

    Table table(String name) {
        return Objects.requireNonNull(sessions.metaData().find(name));
    }

    Session open() {
        sql.clear();
        return sessions.open();
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
