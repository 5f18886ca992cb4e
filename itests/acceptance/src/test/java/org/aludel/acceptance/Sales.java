package org.aludel.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aludel.orm.Session;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Artist;
import org.jspecify.annotations.NullUnmarked;

/** A bean whose transactions fail when they commit: nothing is flushed before. */
@ApplicationScoped
@NullUnmarked
public class Sales {

    @Inject
    Session session;

    /** An album without a title, which the column does not allow. */
    @Transactional
    public void addAlbumWithoutTitle() {
        session.add(new Album((String) null, new Artist("Nobody")));
    }
}
