package org.aludel.quickstart.model;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** An album of one artist. */
@Mapped(table = "album")
public class Album {

    @Id
    @Col(name = "album_id")
    private Integer id;

    @Col(length = 160, nullable = false)
    private String title;

    @References("artist.artist_id")
    @Col(nullable = false)
    private Integer artistId;

    @Relationship
    private Artist artist;

    @Relationship(backref = "album", orderBy = "id")
    private List<Track> tracks = new ArrayList<>();

    public Album(String title, Artist artist) {
        this.title = title;
        this.artist = artist;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Album(ChinookRow row, Artist artist) {
        this.id = row.integer("AlbumId");
        this.title = row.text("Title");
        this.artist = artist;
    }

    public Integer getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public Artist getArtist() {
        return artist;
    }

    public List<Track> getTracks() {
        return tracks;
    }
}
