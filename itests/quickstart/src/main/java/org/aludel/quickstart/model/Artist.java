package org.aludel.quickstart.model;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** A band or musician with albums. */
@Mapped(table = "artist")
public class Artist {

    @Id
    @Col(name = "artist_id")
    private Integer id;

    @Col(length = 120)
    private String name;

    @Relationship(backref = "artist", orderBy = "title")
    private List<Album> albums = new ArrayList<>();

    public Artist(String name) {
        this.name = name;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Artist(ChinookRow row) {
        this.id = row.integer("ArtistId");
        this.name = row.text("Name");
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Album> getAlbums() {
        return albums;
    }

    public void setName(String name) {
        this.name = name;
    }
}
