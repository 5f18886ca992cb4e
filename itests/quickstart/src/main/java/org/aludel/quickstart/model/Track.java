package org.aludel.quickstart.model;

import java.math.BigDecimal;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** A track as it is sold. */
@Mapped(table = "track")
public class Track {

    @Id
    @Col(name = "track_id")
    private Integer id;

    @Col(length = 200, nullable = false)
    private String name;

    @Col(length = 220)
    private String composer;

    private int milliseconds;

    private Integer bytes;

    @Col(nullable = false, precision = 10, scale = 2)
    private BigDecimal unitPrice;

    @References("album.album_id")
    private Integer albumId;

    @References("media_type.media_type_id")
    @Col(nullable = false)
    private Integer mediaTypeId;

    @References("genre.genre_id")
    private Integer genreId;

    @Relationship
    private Album album;

    @Relationship
    private MediaType mediaType;

    @Relationship
    private Genre genre;

    public Track(String name, Album album, MediaType mediaType, Genre genre, int milliseconds, BigDecimal unitPrice) {
        this.name = name;
        this.album = album;
        this.mediaType = mediaType;
        this.genre = genre;
        this.milliseconds = milliseconds;
        this.unitPrice = unitPrice;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Track(ChinookRow row, Album album, MediaType mediaType, Genre genre) {
        this.id = row.integer("TrackId");
        this.name = row.text("Name");
        this.composer = row.text("Composer");
        this.milliseconds = row.integer("Milliseconds");
        this.bytes = row.integer("Bytes");
        this.unitPrice = row.decimal("UnitPrice");
        this.album = album;
        this.mediaType = mediaType;
        this.genre = genre;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getMilliseconds() {
        return milliseconds;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public Album getAlbum() {
        return album;
    }

    public MediaType getMediaType() {
        return mediaType;
    }

    public Genre getGenre() {
        return genre;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }
}
