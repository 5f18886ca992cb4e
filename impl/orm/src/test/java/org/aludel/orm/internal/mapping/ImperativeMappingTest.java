package org.aludel.orm.internal.mapping;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.MappingException;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Instrument;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.Relationship;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes without annotations, mapped to tables that are there. */
@Tag("MAP-02")
@Instrument({ImperativeMappingTest.Song.class, ImperativeMappingTest.Mix.class})
@SuppressWarnings("unused")
class ImperativeMappingTest {

    static class Song {
        Integer id;
        String title;
        String note;
        Integer playedTimes;
        int edition;
        Label label;
        List<Mix> mixes = new ArrayList<>();
    }

    static class Mix {
        Integer id;
        String title;
        List<Song> songs = new ArrayList<>();
    }

    @Mapped(table = "labels")
    static class Label {
        @Id
        Integer id;

        @Relationship(backref = "label", load = LoadStrategy.SELECTIN)
        List<Song> songs = new ArrayList<>();
    }

    private final MetaData metaData = new MetaData();
    private final Table songs = metaData.table(
            "songs",
            column("song_id", INTEGER).key("id").primaryKey(),
            column("title", string(40)),
            column("note", string(40)),
            column("played_times", INTEGER),
            column("edition", INTEGER).notNull(),
            column("label_id", INTEGER).references("labels.id"));
    private final Table mixes =
            metaData.table("mixes", column("id", INTEGER).primaryKey(), column("title", string(40)));
    private final Table tracks = metaData.table(
            "tracks",
            column("mix_id", INTEGER).primaryKey().references("mixes.id"),
            column("song_id", INTEGER).primaryKey().references("songs.id"),
            column("position", INTEGER));

    private MapperRegistry configure(Mappings mappings) {
        return MapperRegistry.configure(metaData, List.of(Label.class), List.of(mappings), NamingStrategy.SNAKE_CASE);
    }

    private Mappings songMapping() {
        return new Mappings().map(Song.class, songs, m -> m.exclude("note").version("edition"));
    }

    @Test
    void columnsGoToFieldsByKeyNameOrNamingStrategy() {
        MapperRegistry registry = configure(songMapping()
                .map(
                        Mix.class,
                        mixes,
                        m -> m.property("songs", relationship(Song.class).secondary(tracks))));
        EntityMapper mapper = registry.mapper(Song.class);

        assertThat(((ColumnAttribute) mapper.attribute("id")).column()).isSameAs(songs.c("id"));
        assertThat(((ColumnAttribute) mapper.attribute("playedTimes")).column()).isSameAs(songs.c("played_times"));
        assertThat(mapper.forColumn(songs.c("note")).isHidden()).as("excluded").isTrue();
        assertThat(mapper.forColumn(songs.c("label_id")).isHidden()).isTrue();
        assertThat(mapper.version()).isSameAs(mapper.attribute("edition"));
        assertThat(mapper.find("mixes")).as("said by nobody").isNull();
    }

    @Test
    @Tag("MAP-06")
    void manyToManyThroughATableWithMoreColumns() {
        MapperRegistry registry = configure(songMapping()
                .map(
                        Mix.class,
                        mixes,
                        m -> m.property(
                                "songs",
                                relationship(Song.class)
                                        .secondary(tracks)
                                        .backref("mixes")
                                        .cascade(Cascade.SAVE_UPDATE)
                                        .orderBy(tracks.c("position")))));
        RelationAttribute songsOfMix =
                (RelationAttribute) registry.mapper(Mix.class).attribute("songs");
        RelationAttribute mixesOfSong =
                (RelationAttribute) registry.mapper(Song.class).attribute("mixes");

        assertThat(songsOfMix.secondary()).isSameAs(tracks);
        assertThat(songsOfMix.pairs()[0].remoteColumn()).isSameAs(tracks.c("mix_id"));
        assertThat(songsOfMix.secondaryPairs()[0].remoteColumn()).isSameAs(tracks.c("song_id"));
        assertThat(songsOfMix.cascade()).containsExactly(Cascade.SAVE_UPDATE);
        assertThat(songsOfMix.orderBy()).hasSize(1);
        assertThat(mixesOfSong.reverse()).isSameAs(songsOfMix);
    }

    @Test
    @Tag("MAP-07")
    void annotatedClassMayBePairedWithOneThatIsNot() {
        MapperRegistry registry = configure(songMapping()
                .map(
                        Mix.class,
                        mixes,
                        m -> m.property("songs", relationship(Song.class).secondary(tracks))));
        RelationAttribute songsOfLabel =
                (RelationAttribute) registry.mapper(Label.class).attribute("songs");
        RelationAttribute label =
                (RelationAttribute) registry.mapper(Song.class).attribute("label");

        assertThat(songsOfLabel.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(songsOfLabel.loadStrategy()).isEqualTo(LoadStrategy.SELECTIN);
        assertThat(label.reverse()).isSameAs(songsOfLabel);
        assertThat(label.pairs()[0].local().isHidden()).isTrue();
    }

    @Test
    void columnOfAnotherTableAndVersionThatIsNoColumnAreReported() {
        Mappings mappings = new Mappings()
                .map(
                        Song.class,
                        songs,
                        m -> m.property("title", mixes.c("title")).version("versionn"));

        assertThatThrownBy(() -> configure(mappings))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0432 Song.title: column mixes.title is not one of table songs")
                .hasMessageContaining("ALU-0430 Song.versionn");
    }

    @Test
    @Tag("MAP-06")
    void tableBetweenMustReferToBothSides() {
        Table loose =
                metaData.table("loose", column("mix_id", INTEGER).references("mixes.id"), column("song_id", INTEGER));

        assertThatThrownBy(() -> configure(songMapping()
                        .map(
                                Mix.class,
                                mixes,
                                m -> m.property(
                                        "songs", relationship(Song.class).secondary(loose)))))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0436 Mix.songs: no foreign key leads from table loose to songs");
    }
}
