package org.aludel.itests.corpus.orm.load;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Deferred state after expire. */
@ScenarioId("load.deferred-expire-48")
final class LoadDeferredExpire48 extends Scenario {

    @Mapped(table = "books")
    static class Book {
        @Id
        Integer book_id;

        @Col(nullable = false)
        String title;

        String summary;

        @Col(deferred = true)
        String excerpt;

        @Col(group = "photos")
        String photo1;

        @Col(group = "photos")
        String photo2;

        @Col(group = "photos")
        String photo3;
    }

    private Book b;

    @Override
    protected void steps() {
        step(() -> {
            b = s.get(Book.class, 1);
            return b.excerpt;
        });
        step(() -> {
            s.expire(b);
            return b.title;
        });
        step(() -> loaded(b));
    }
}
