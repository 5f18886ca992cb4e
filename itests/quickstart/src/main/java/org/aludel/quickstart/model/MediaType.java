package org.aludel.quickstart.model;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.quickstart.data.ChinookRow;

/** The kind of file that a track is sold as. */
@Mapped(table = "media_type")
public class MediaType {

    @Id
    @Col(name = "media_type_id")
    private Integer id;

    @Col(length = 120)
    private String name;

    public MediaType(String name) {
        this.name = name;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public MediaType(ChinookRow row) {
        this.id = row.integer("MediaTypeId");
        this.name = row.text("Name");
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
