package org.aludel.itests.corpus.orm.load;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Deferred columns and groups. */
@ScenarioId("load.deferred-44")
final class LoadDeferred44 extends Scenario {

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
    private Book b2;

    @Override
    protected void steps() {
        step(() -> {
            b = s.query(Book.class).orderBy(LoadDeferred44_Book_.book_id).first();
            return loaded(b);
        });
        step(() -> b.photo2);
        step(() -> list(b.photo1, b.photo3));
        step(() -> b.excerpt);
        step(() -> loaded(b));
        step(() -> {
            b2 = s.get(Book.class, 2);
            b2.excerpt = "changed";
            s.flush();
        });
    }
}
