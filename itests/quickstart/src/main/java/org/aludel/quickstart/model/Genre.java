package org.aludel.quickstart.model;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.quickstart.data.ChinookRow;

/** A genre of music. */
@Mapped(table = "genre")
public class Genre {

    @Id
    @Col(name = "genre_id")
    private Integer id;

    @Col(length = 120)
    private String name;

    public Genre(String name) {
        this.name = name;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Genre(ChinookRow row) {
        this.id = row.integer("GenreId");
        this.name = row.text("Name");
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
