package org.aludel.quickstart.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.aludel.orm.Session;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Employee;
import org.aludel.quickstart.model.Genre;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.InvoiceLine;
import org.aludel.quickstart.model.MediaType;
import org.aludel.quickstart.model.Playlist;
import org.aludel.quickstart.model.Track;

/** Loads the Chinook JSON file through the mapper, in one transaction. */
@ApplicationScoped
public class ChinookLoader {

    @Inject
    Session session;

    /** Builds the whole graph of objects, keys as in the file, and adds it; the rest is the flush's business. */
    @Transactional
    public void load(Path file) throws IOException {
        JsonObject chinook;
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            chinook = reader.readObject();
        }
        Map<Integer, Genre> genres = rows(chinook, "Genre", Genre::new);
        Map<Integer, MediaType> mediaTypes = rows(chinook, "MediaType", MediaType::new);
        Map<Integer, Artist> artists = rows(chinook, "Artist", Artist::new);
        Map<Integer, Album> albums =
                rows(chinook, "Album", row -> new Album(row, artists.get(row.integer("ArtistId"))));
        Map<Integer, Track> tracks = rows(
                chinook,
                "Track",
                row -> new Track(
                        row,
                        albums.get(row.integer("AlbumId")),
                        mediaTypes.get(row.integer("MediaTypeId")),
                        genres.get(row.integer("GenreId"))));
        Map<Integer, Employee> employees = new LinkedHashMap<>();
        for (JsonObject json : chinook.getJsonArray("Employee").getValuesAs(JsonObject.class)) {
            ChinookRow row = new ChinookRow(json);
            employees.put(row.integer("EmployeeId"), new Employee(row, employees.get(row.integer("ReportsTo"))));
        }
        Map<Integer, Customer> customers =
                rows(chinook, "Customer", row -> new Customer(row, employees.get(row.integer("SupportRepId"))));
        Map<Integer, Invoice> invoices =
                rows(chinook, "Invoice", row -> new Invoice(row, customers.get(row.integer("CustomerId"))));
        Map<Integer, InvoiceLine> lines = rows(
                chinook,
                "InvoiceLine",
                row -> new InvoiceLine(
                        row, invoices.get(row.integer("InvoiceId")), tracks.get(row.integer("TrackId"))));
        Map<Integer, Playlist> playlists = rows(chinook, "Playlist", Playlist::new);
        for (JsonObject json : chinook.getJsonArray("PlaylistTrack").getValuesAs(JsonObject.class)) {
            ChinookRow row = new ChinookRow(json);
            playlists.get(row.integer("PlaylistId")).getTracks().add(tracks.get(row.integer("TrackId")));
        }
        for (Map<Integer, ?> all : java.util.List.of(
                genres, mediaTypes, artists, albums, tracks, employees, customers, invoices, lines, playlists)) {
            session.addAll(all.values());
        }
    }

    private static <T> Map<Integer, T> rows(JsonObject chinook, String table, Function<ChinookRow, T> make) {
        Map<Integer, T> made = new LinkedHashMap<>();
        for (JsonObject json : chinook.getJsonArray(table).getValuesAs(JsonObject.class)) {
            ChinookRow row = new ChinookRow(json);
            made.put(row.integer(table + "Id"), make.apply(row));
        }
        return made;
    }
}
