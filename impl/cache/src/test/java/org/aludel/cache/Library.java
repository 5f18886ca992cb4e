package org.aludel.cache;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.ResultCacheStatistics;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.spi.ResultCache;

/** Three authors with two books each, behind a result cache, and the queries that reached the database. */
final class Library implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Engine engine = Engine.create("h2:///mem:library" + NUMBER.incrementAndGet());
    final SessionFactory sessions;
    private final List<String> selects = new ArrayList<>();

    Library(ResultCache cache) {
        sessions = SessionFactory.builder(engine)
                .map(Author.class, Book.class)
                .resultCache(cache)
                .build();
        sessions.metaData().createAll(engine);
        sessions.useTransaction(this::fill);
        engine.on(AfterExecute.class, event -> {
            if (event.sql().startsWith("SELECT")) {
                synchronized (selects) {
                    selects.add(event.sql());
                }
            }
        });
    }

    private void fill(Session session) {
        for (int i = 1; i <= 3; i++) {
            Author author = new Author();
            author.name = "author " + i;
            author.picture = new byte[] {1, 2, (byte) i};
            author.born = 1900 + i;
            author.alive = i == 3;
            author.rating = i / 2.0;
            for (int j = 1; j <= 2; j++) {
                Book book = new Book();
                book.title = "book " + i + j;
                book.price = new BigDecimal(i + "." + j + "0");
                book.published = LocalDate.of(1950 + i, j, 1);
                author.books.add(book);
            }
            session.add(author);
        }
    }

    /** How many queries reached the database since this was asked last. */
    int selects() {
        synchronized (selects) {
            int count = selects.size();
            selects.clear();
            return count;
        }
    }

    ResultCacheStatistics statistics() {
        return sessions.resultCacheStatistics();
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
