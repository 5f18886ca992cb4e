package org.aludel.databases.query;

import static org.aludel.databases.query.Catalogue.ALBUM_ARTIST;
import static org.aludel.databases.query.Catalogue.ALBUM_ID;
import static org.aludel.databases.query.Catalogue.ALBUM_TITLE;
import static org.aludel.databases.query.Catalogue.ALBUM_TRACKS;
import static org.aludel.databases.query.Catalogue.ARTIST_ALBUMS;
import static org.aludel.databases.query.Catalogue.ARTIST_ID;
import static org.aludel.databases.query.Catalogue.ARTIST_NAME;
import static org.aludel.databases.query.Catalogue.COPY_ID;
import static org.aludel.databases.query.Catalogue.COPY_SHELF;
import static org.aludel.databases.query.Catalogue.PLAYLIST_NAME;
import static org.aludel.databases.query.Catalogue.PLAYLIST_TRACKS;
import static org.aludel.databases.query.Catalogue.SHELF_COPIES;
import static org.aludel.databases.query.Catalogue.SHELF_NUMBER;
import static org.aludel.databases.query.Catalogue.SHELF_ROOM;
import static org.aludel.databases.query.Catalogue.TRACK_ALBUM;
import static org.aludel.databases.query.Catalogue.TRACK_ID;
import static org.aludel.databases.query.Catalogue.TRACK_MILLIS;
import static org.aludel.databases.query.Catalogue.TRACK_NAME;
import static org.aludel.databases.query.Catalogue.TRACK_PLAYLISTS;
import static org.aludel.databases.query.Catalogue.TRACK_PRICE;
import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.many;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.databases.query.Catalogue.Album;
import org.aludel.databases.query.Catalogue.Artist;
import org.aludel.databases.query.Catalogue.Copy;
import org.aludel.databases.query.Catalogue.Playlist;
import org.aludel.databases.query.Catalogue.Shelf;
import org.aludel.databases.query.Catalogue.Track;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Alias;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.sql.Capability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries on one database. 347 albums of 20 artists, three tracks each; every tenth track is on a playlist. */
abstract class QuerySuite {

    private static final int ALBUMS = 347;

    private Engine engine;
    private SessionFactory sessions;
    private Session session;
    private final List<String> sent = new ArrayList<>();

    record Sum(String artist, long tracks, BigDecimal price) {}

    abstract Engine createEngine();

    /** What a select with a join and a limit says to lock its rows. */
    String lockWords() {
        return "FOR UPDATE";
    }

    @BeforeEach
    void open() {
        engine = createEngine();
        sessions = SessionFactory.builder(engine).map(Catalogue.classes()).build();
        sessions.metaData().dropAll(engine);
        sessions.metaData().createAll(engine);
        sessions.useTransaction(QuerySuite::fill);
        session = sessions.open();
        engine.on(AfterExecute.class, event -> sent.add(event.sql()));
    }

    private static void fill(Session session) {
        List<Artist> artists = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            artists.add(new Artist("artist " + (char) ('a' + i)));
        }
        Playlist best = new Playlist("best");
        int number = 0;
        for (int i = 0; i < ALBUMS; i++) {
            Album album = new Album("album %03d".formatted(i));
            album.released = LocalDateTime.of(2000 + i % 20, 1, 2, 3, 4, 5);
            artists.get(i % 20).albums.add(album);
            for (int t = 0; t < 3; t++) {
                Track track = new Track("track %04d".formatted(number), 1000 * (t + 1));
                track.explicit = t == 2;
                album.tracks.add(track);
                if (number++ % 10 == 0) {
                    best.tracks.add(track);
                }
            }
        }
        session.addAll(artists);
        session.addAll(best, new Playlist("empty"));
        for (int n = 1; n <= 5; n++) {
            Shelf shelf = new Shelf(1 + n % 2, n);
            for (int c = 0; c < n; c++) {
                shelf.copies.add(new Copy());
            }
            session.add(shelf);
        }
    }

    @AfterEach
    void close() {
        session.close();
        sessions.metaData().dropAll(engine);
        sessions.close();
        engine.close();
    }

    @Test
    @Tag("QRY-05")
    void albumsWithArtistAndTracksTakeThreeStatementsBySelectinAndOneJoined() {
        List<Album> bySelectin = session.query(Album.class)
                .options(selectinLoad(ALBUM_ARTIST), selectinLoad(ALBUM_TRACKS))
                .orderBy(ALBUM_TITLE)
                .all();
        read(bySelectin);
        assertThat(sent).hasSize(3);

        try (Session other = sessions.open()) {
            sent.clear();
            List<Album> joined = other.query(Album.class)
                    .options(joinedLoad(ALBUM_ARTIST), joinedLoad(ALBUM_TRACKS))
                    .orderBy(ALBUM_TITLE)
                    .all();
            read(joined);
            assertThat(sent).hasSize(1);
        }
        assertThat(session.query(Album.class).orderBy(ALBUM_TITLE).all())
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(bySelectin);
    }

    private static void read(List<Album> albums) {
        assertThat(albums).hasSize(ALBUMS);
        int number = 0;
        for (int i = 0; i < ALBUMS; i++) {
            Album album = albums.get(i);
            assertThat(album.title).isEqualTo("album %03d", i);
            assertThat(album.released.getYear()).isEqualTo(2000 + i % 20);
            assertThat(album.artist.name).isEqualTo("artist " + (char) ('a' + i % 20));
            assertThat(album.tracks).hasSize(3);
            for (Track track : album.tracks) {
                assertThat(track.name).isEqualTo("track %04d", number++);
                assertThat(track.price).isEqualByComparingTo("0.99");
                assertThat(track.explicit).isEqualTo(track.millis == 3000);
            }
        }
    }

    @Test
    @Tag("QRY-05")
    void limitsCountObjectsWhereCollectionsAreJoined() {
        List<Artist> artists = session.query(Artist.class)
                .filter(ARTIST_NAME.ge("artist c"))
                .options(joinedLoad(ARTIST_ALBUMS).options(joinedLoad(ALBUM_TRACKS)))
                .orderBy(ARTIST_NAME.desc())
                .slice(1, 3)
                .all();
        assertThat(artists).extracting(artist -> artist.name).containsExactly("artist s", "artist r");
        assertThat(artists.get(0).albums).hasSize(17).isSortedAccordingTo((a, b) -> b.title.compareTo(a.title));
        assertThat(artists.get(0).albums)
                .allSatisfy(album -> assertThat(album.tracks)
                        .hasSize(3)
                        .extracting(track -> track.millis)
                        .containsExactly(1000, 2000, 3000));
        assertThat(sent).hasSize(1);
    }

    @Test
    @Tag("QRY-05")
    void manyToManyInEveryStrategy() {
        Playlist best =
                session.query(Playlist.class).filter(PLAYLIST_NAME.eq("best")).one();
        assertThat(best.tracks).hasSize(105).isSortedAccordingTo((a, b) -> a.name.compareTo(b.name));

        for (boolean joined : new boolean[] {true, false}) {
            session.clear();
            sent.clear();
            List<Playlist> all = session.query(Playlist.class)
                    .options(joined ? joinedLoad(PLAYLIST_TRACKS) : selectinLoad(PLAYLIST_TRACKS))
                    .orderBy(PLAYLIST_NAME)
                    .all();
            assertThat(all.get(0).tracks).hasSize(105).isSortedAccordingTo((a, b) -> a.name.compareTo(b.name));
            assertThat(all.get(1).tracks).isEmpty();
            assertThat(sent).hasSize(joined ? 1 : 2);
        }
        List<Track> tracks = session.query(Track.class)
                .options(selectinLoad(TRACK_PLAYLISTS))
                .filter(TRACK_ID.le(11))
                .orderBy(TRACK_ID)
                .all();
        assertThat(tracks).filteredOn(track -> !track.playlists.isEmpty()).isNotEmpty();
    }

    @Test
    @Tag("QRY-05")
    void keysOfTwoColumnsInEveryStrategy() {
        List<Shelf> shelves = session.query(Shelf.class)
                .options(selectinLoad(SHELF_COPIES))
                .orderBy(SHELF_NUMBER)
                .all();
        assertThat(shelves).extracting(shelf -> shelf.copies.size()).containsExactly(1, 2, 3, 4, 5);
        assertThat(sent).hasSize(2);

        session.clear();
        sent.clear();
        List<Copy> copies = session.query(Copy.class)
                .options(selectinLoad(COPY_SHELF))
                .orderBy(COPY_ID)
                .all();
        assertThat(copies)
                .hasSize(15)
                .allSatisfy(copy -> assertThat(copy.shelf.number).isEqualTo(copy.shelfNumber));
        assertThat(sent).hasSize(2);

        session.clear();
        Copy copy = session.query(Copy.class).orderBy(COPY_ID.desc()).first();
        assertThat(copy.shelf).isSameAs(session.get(Shelf.class, List.of(2, 5)));
        assertThat(copy.shelf.copies).contains(copy).hasSize(5);
        assertThat(session.query(Shelf.class)
                        .filter(SHELF_COPIES.contains(copy))
                        .one())
                .isSameAs(copy.shelf);
        assertThat(session.query(Shelf.class)
                        .join(SHELF_COPIES)
                        .filter(SHELF_ROOM.eq(1))
                        .all())
                .hasSize(2);
    }

    @Test
    @Tag("QRY-01")
    void joinsGroupsAndRecords() {
        List<Sum> sums = session.query(row(Sum::new, ARTIST_NAME, count(TRACK_ID), sum(TRACK_PRICE)))
                .join(ARTIST_ALBUMS)
                .join(ALBUM_TRACKS)
                .groupBy(ARTIST_NAME)
                .having(count(TRACK_ID).ge(52L))
                .orderBy(ARTIST_NAME)
                .all();
        assertThat(sums).hasSize(7);
        assertThat(sums.get(0).artist()).isEqualTo("artist a");
        assertThat(sums.get(0).tracks()).isEqualTo(54);
        assertThat(sums.get(0).price()).isEqualByComparingTo("53.46");

        Query<Album> long1 = session.query(Album.class)
                .filter(ALBUM_TRACKS.any(TRACK_MILLIS.gt(2500)), ALBUM_ARTIST.has(ARTIST_NAME.eq("artist b")));
        assertThat(long1.count()).isEqualTo(18);
        assertThat(long1.exists()).isTrue();
        assertThat(long1.orderBy(ALBUM_TITLE).first().title).isEqualTo("album 001");
        assertThat(long1.join(ALBUM_TRACKS).count()).as("rows are counted").isEqualTo(54);

        Alias<Album> later = aliased(Album.class);
        assertThat(session.query(ALBUM_TITLE, later.get(ALBUM_TITLE))
                        .join(later, later.get(ALBUM_TITLE).gt(ALBUM_TITLE))
                        .filter(ALBUM_TITLE.eq("album 344"))
                        .all())
                .hasSize(2);
    }

    @Test
    @Tag("QRY-08")
    void streamsWithSelectin() {
        try (Stream<Album> albums =
                session
                        .query(Album.class)
                        .options(selectinLoad(ALBUM_TRACKS))
                        .orderBy(ALBUM_ID)
                        .yieldPer(100)
                        .stream()) {
            assertThat(albums.mapToInt(album -> album.tracks.size()).sum()).isEqualTo(3 * ALBUMS);
        }
        assertThat(sent).hasSize(5);
        assertThat(session.query(ALBUM_ID).yieldPer(50).all()).hasSize(ALBUMS);
    }

    @Test
    @Tag("QRY-08")
    void locksRows() {
        Query<Album> query = session.query(Album.class)
                .options(joinedLoad(ALBUM_ARTIST))
                .orderBy(ALBUM_ID)
                .limit(1)
                .withForUpdate();
        assertThat(query.one().artist.name).isEqualTo("artist a");
        if (engine.dialect().supports(Capability.FOR_UPDATE)) {
            assertThat(sent.get(0)).contains(lockWords());
        } else {
            assertThat(sent.get(0)).doesNotContain("FOR UPDATE");
        }
    }

    @Test
    @Tag("QRY-07")
    void bulkStatementsLookAtOtherTables() {
        Track first =
                session.query(Track.class).filter(TRACK_NAME.eq("track 0000")).one();
        long tracks = session.query(Track.class)
                .join(TRACK_ALBUM)
                .filter(ALBUM_TITLE.eq("album 000"))
                .update(set(TRACK_MILLIS, 7));
        assertThat(tracks).isEqualTo(3);
        assertThat(first.millis).isEqualTo(7);

        assertThat(session.query(Track.class)
                        .join(TRACK_ALBUM)
                        .filter(ALBUM_TITLE.eq("album 001"))
                        .update(set(TRACK_NAME, ALBUM_TITLE)))
                .isEqualTo(3);
        assertThat(session.query(Track.class).filter(TRACK_NAME.eq("album 001")).count())
                .isEqualTo(3);

        assertThat(session.query(Track.class)
                        .outerJoin(TRACK_ALBUM)
                        .filter(ALBUM_TITLE.eq("album 002"))
                        .update(set(TRACK_MILLIS, 8)))
                .isEqualTo(3);
        assertThat(session.query(Copy.class)
                        .join(COPY_SHELF)
                        .filter(SHELF_NUMBER.eq(3))
                        .delete())
                .isEqualTo(3);
        assertThat(session.query(Shelf.class)
                        .join(SHELF_COPIES)
                        .filter(COPY_ID.gt(0))
                        .update(set(attribute(Shelf.class, "label"), "used")))
                .isEqualTo(4);
    }

    record Disc(String title, List<String> tracks) {}

    record Performer(String name, List<Disc> discs) {}

    @Test
    @Tag("QRY-01")
    void recordsInsideOfRecordsTakeOneStatementForEachLevel() {
        sent.clear();
        List<Performer> performers = session.query(row(
                        Performer::new,
                        ARTIST_NAME,
                        many(ARTIST_ALBUMS, row(Disc::new, ALBUM_TITLE, many(ALBUM_TRACKS, TRACK_NAME)))
                                .orderBy(ALBUM_TITLE)))
                .orderBy(ARTIST_NAME)
                .all();

        assertThat(performers).hasSize(20);
        assertThat(performers.get(1).name()).isEqualTo("artist b");
        assertThat(performers.get(1).discs().get(0))
                .isEqualTo(new Disc("album 001", List.of("track 0003", "track 0004", "track 0005")));
        assertThat(performers.stream().mapToInt(each -> each.discs().size()).sum())
                .isEqualTo(ALBUMS);
        assertThat(sent).hasSize(3);
    }

    record Place(int room, List<Integer> copies) {}

    @Test
    @Tag("QRY-01")
    void listsInsideOfRowsAreFoundByKeysOfTwoColumns() {
        List<Place> places = session.query(row(Place::new, SHELF_ROOM, many(SHELF_COPIES, COPY_ID)))
                .orderBy(SHELF_NUMBER)
                .all();

        assertThat(places).extracting(place -> place.copies().size()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    @Tag("QRY-07")
    void bulkStatementsReachRowsAndObjects() {
        Track first = session.query(Track.class).orderBy(TRACK_ID).first();
        assertThat(session.query(Track.class)
                        .filter(TRACK_MILLIS.lt(1500))
                        .update(set(TRACK_MILLIS, TRACK_MILLIS.plus(5)), set(TRACK_NAME, "short")))
                .isEqualTo(ALBUMS);
        assertThat(first.millis).isEqualTo(1005);
        assertThat(first.name).isEqualTo("short");
        assertThat(session.query(Track.class)
                        .filter(TRACK_ALBUM.has(ALBUM_TITLE.eq("album 000")), TRACK_PLAYLISTS.isEmpty())
                        .delete())
                .isEqualTo(2);
        assertThat(session.contains(first)).isTrue();
        assertThat(session.query(Track.class).count()).isEqualTo(3L * ALBUMS - 2);
        assertThat(session.query(Artist.class).filter(ARTIST_ID.in(1, 2)).count())
                .isEqualTo(2);
    }
}
