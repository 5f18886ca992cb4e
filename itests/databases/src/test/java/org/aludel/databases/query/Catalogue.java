package org.aludel.databases.query;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.ToMany;
import org.aludel.orm.ToOne;

/** A small shop of music: references, collections, many to many, and keys of two columns that others refer to. */
final class Catalogue {

    static final Attribute<Artist, Integer> ARTIST_ID = Orm.attribute(Artist.class, "id");
    static final Attribute<Artist, String> ARTIST_NAME = Orm.attribute(Artist.class, "name");
    static final ToMany<Artist, Album> ARTIST_ALBUMS = Orm.toMany(Artist.class, "albums");
    static final Attribute<Album, Integer> ALBUM_ID = Orm.attribute(Album.class, "id");
    static final Attribute<Album, String> ALBUM_TITLE = Orm.attribute(Album.class, "title");
    static final ToOne<Album, Artist> ALBUM_ARTIST = Orm.toOne(Album.class, "artist");
    static final ToMany<Album, Track> ALBUM_TRACKS = Orm.toMany(Album.class, "tracks");
    static final Attribute<Track, Integer> TRACK_ID = Orm.attribute(Track.class, "id");
    static final Attribute<Track, String> TRACK_NAME = Orm.attribute(Track.class, "name");
    static final Attribute<Track, Integer> TRACK_MILLIS = Orm.attribute(Track.class, "millis");
    static final Attribute<Track, BigDecimal> TRACK_PRICE = Orm.attribute(Track.class, "price");
    static final ToOne<Track, Album> TRACK_ALBUM = Orm.toOne(Track.class, "album");
    static final ToMany<Track, Playlist> TRACK_PLAYLISTS = Orm.toMany(Track.class, "playlists");
    static final Attribute<Playlist, String> PLAYLIST_NAME = Orm.attribute(Playlist.class, "name");
    static final ToMany<Playlist, Track> PLAYLIST_TRACKS = Orm.toMany(Playlist.class, "tracks");
    static final Attribute<Shelf, Integer> SHELF_ROOM = Orm.attribute(Shelf.class, "room");
    static final Attribute<Shelf, Integer> SHELF_NUMBER = Orm.attribute(Shelf.class, "number");
    static final ToMany<Shelf, Copy> SHELF_COPIES = Orm.toMany(Shelf.class, "copies");
    static final ToOne<Copy, Shelf> COPY_SHELF = Orm.toOne(Copy.class, "shelf");
    static final Attribute<Copy, Integer> COPY_ID = Orm.attribute(Copy.class, "id");

    private Catalogue() {}

    static List<Class<?>> classes() {
        return List.of(Artist.class, Album.class, Track.class, Playlist.class, Shelf.class, Copy.class);
    }

    @Mapped(table = "artists")
    static class Artist {
        @Id
        Integer id;

        @Col(length = 60, nullable = false)
        String name;

        @Relationship(backref = "artist", cascade = Cascade.ALL, orderBy = "title desc")
        List<Album> albums = new ArrayList<>();

        Artist() {}

        Artist(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "albums")
    static class Album {
        @Id
        Integer id;

        @Col(length = 60, nullable = false)
        String title;

        LocalDateTime released;

        @References("artists.id")
        Integer artistId;

        @Relationship
        Artist artist;

        @Relationship(backref = "album", cascade = Cascade.ALL, orderBy = "name")
        List<Track> tracks = new ArrayList<>();

        Album() {}

        Album(String title) {
            this.title = title;
        }
    }

    @Mapped(table = "tracks")
    static class Track {
        @Id
        Integer id;

        @Col(length = 60)
        String name;

        int millis;

        boolean explicit;

        @Col(precision = 10, scale = 2)
        BigDecimal price;

        @References("albums.id")
        @Relationship
        Album album;

        Set<Playlist> playlists = new HashSet<>();

        Track() {}

        Track(String name, int millis) {
            this.name = name;
            this.millis = millis;
            this.price = new BigDecimal("0.99");
        }
    }

    @Mapped(table = "playlists")
    static class Playlist {
        @Id
        Integer id;

        @Col(length = 60)
        String name;

        @Relationship(secondary = "playlist_tracks", backref = "playlists", orderBy = "name")
        List<Track> tracks = new ArrayList<>();

        Playlist() {}

        Playlist(String name) {
            this.name = name;
        }
    }

    /** Has a key of two columns. */
    @Mapped(table = "shelves")
    static class Shelf {
        @Id
        Integer room;

        @Id
        @Col(name = "shelf_number")
        Integer number;

        @Col(length = 20)
        String label;

        @Relationship(backref = "shelf", cascade = Cascade.ALL, orderBy = "id")
        List<Copy> copies = new ArrayList<>();

        Shelf() {}

        Shelf(int room, int number) {
            this.room = room;
            this.number = number;
        }
    }

    /** Refers to a key of two columns. */
    @Mapped(table = "copies")
    static class Copy {
        @Id
        Integer id;

        @References("shelves.room")
        Integer shelfRoom;

        @References("shelves.shelf_number")
        Integer shelfNumber;

        @Relationship
        Shelf shelf;
    }
}
