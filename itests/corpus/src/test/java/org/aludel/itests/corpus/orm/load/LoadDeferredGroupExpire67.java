package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.undefer;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Undefer of a member and of the group, and assignment to a group member. */
@ScenarioId("load.deferred-group-expire-67")
final class LoadDeferredGroupExpire67 extends Scenario {

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
            b = s.query(Book.class)
                    .options(undefer(LoadDeferredGroupExpire67_Book_.photo2))
                    .filter(LoadDeferredGroupExpire67_Book_.book_id.eq(1))
                    .one();
            return loaded(b);
        });
        step(() -> {
            b.photo1 = "set";
            return b.photo3;
        });
        step(() -> list(loaded(b), b.photo1));
        step(() -> s.flush());
    }
}
