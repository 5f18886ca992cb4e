package org.aludel.quickstart.model;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** A playlist; a track may stand in many. */
@Mapped(table = "playlist")
public class Playlist {

    @Id
    @Col(name = "playlist_id")
    private Integer id;

    @Col(length = 120)
    private String name;

    @Relationship(secondary = "playlist_track", orderBy = "id")
    private List<Track> tracks = new ArrayList<>();

    public Playlist(String name) {
        this.name = name;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Playlist(ChinookRow row) {
        this.id = row.integer("PlaylistId");
        this.name = row.text("Name");
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Track> getTracks() {
        return tracks;
    }
}
