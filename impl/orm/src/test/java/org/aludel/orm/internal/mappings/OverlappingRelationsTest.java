package org.aludel.orm.internal.mappings;

import static org.aludel.orm.Orm.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.aludel.errors.MappingException;
import org.aludel.orm.Cascade;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.PassiveDeletes;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relations that write the same column are warned of when mappings are configured; options that contradict are refused. */
@Tag("MAP-06")
@SuppressWarnings("unused")
class OverlappingRelationsTest {

    @Mapped(table = "ov_parents")
    static class Parent {
        @Id
        Integer id;

        @Relationship
        List<Child> children = new ArrayList<>();
    }

    @Mapped(table = "ov_children")
    static class Child {
        @Id
        Integer id;

        @References("ov_parents.id")
        Integer parentId;

        @Relationship
        Parent parent;
    }

    @Mapped(table = "ov_knowing")
    static class Knowing {
        @Id
        Integer id;

        @Relationship(overlaps = "owner")
        List<Known> members = new ArrayList<>();
    }

    @Mapped(table = "ov_known")
    static class Known {
        @Id
        Integer id;

        @References("ov_knowing.id")
        Integer ownerId;

        @Relationship
        Knowing owner;
    }

    @Mapped(table = "ov_reading")
    static class Reading {
        @Id
        Integer id;

        @Relationship(backref = "owner")
        List<Read> members = new ArrayList<>();

        @Relationship(viewOnly = true)
        List<Read> all = new ArrayList<>();
    }

    @Mapped(table = "ov_read")
    static class Read {
        @Id
        Integer id;

        @References("ov_reading.id")
        Integer ownerId;

        @Relationship
        Reading owner;
    }

    private static List<String> warnings(Class<?>... classes) {
        Logger logger = Logger.getLogger("org.aludel.mapper");
        List<String> said = new ArrayList<>();
        Handler capture = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(new java.util.logging.SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(capture);
        try (MemoryDatabase database = new MemoryDatabase(classes)) {
            return said;
        } finally {
            logger.removeHandler(capture);
        }
    }

    @Test
    void two_relations_that_write_one_column_are_warned_of_by_name() {
        assertThat(warnings(Parent.class, Child.class))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("ALU-0760 ")
                        .contains(
                                "Parent.children",
                                "Child.parent",
                                "ov_children.parent_id",
                                "backref",
                                "viewOnly",
                                "overlaps"));
    }

    @Test
    void nothing_is_said_where_the_overlap_is_meant() {
        assertThat(warnings(Knowing.class, Known.class)).isEmpty();
    }

    @Test
    void the_two_directions_of_one_relation_and_relations_that_only_read_do_not_overlap() {
        assertThat(warnings(Reading.class, Read.class)).isEmpty();
    }

    @Mapped(table = "ov_teams")
    static class Team {
        @Id
        Integer id;

        @Relationship(backref = "team", backPopulates = "team")
        List<Player> players = new ArrayList<>();

        @Relationship(viewOnly = true, cascade = Cascade.ALL)
        List<Player> stars = new ArrayList<>();

        @Relationship(viewOnly = true, postUpdate = true)
        List<Player> reserve = new ArrayList<>();

        @Relationship(cascade = {Cascade.NONE, Cascade.MERGE})
        List<Player> guests = new ArrayList<>();
    }

    @Mapped(table = "ov_players")
    static class Player {
        @Id
        Integer id;

        @References("ov_teams.id")
        Integer teamId;

        @Relationship
        Team team;
    }

    @Test
    @Tag("MAP-01")
    void contradictions_of_annotated_relations_are_found_together_each_with_its_remedy() {
        assertThatThrownBy(() -> new MemoryDatabase(Team.class, Player.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0612 Team.players: ")
                .hasMessageContaining("give one of them")
                .hasMessageContaining("ALU-0611 Team.stars: ")
                .hasMessageContaining("leave out viewOnly")
                .hasMessageContaining("ALU-0763 Team.reserve: ")
                .hasMessageContaining("ALU-0762 Team.guests: ")
                .hasMessageContaining("leave out NONE");
    }

    @Mapped(table = "ov_crews")
    static class Crew {
        @Id
        Integer id;

        List<Sailor> sailors = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<Crew> mapping) {
            mapping.property(
                    "sailors", relationship(Sailor.class).cascade(Cascade.ALL).passiveDeletes(PassiveDeletes.ALL));
        }
    }

    @Mapped(table = "ov_sailors")
    static class Sailor {
        @Id
        Integer id;

        @References("ov_crews.id")
        Integer crewId;
    }

    @Test
    void members_can_not_be_left_to_the_database_and_deleted_with_their_owner() {
        assertThatThrownBy(() -> new MemoryDatabase(Crew.class, Sailor.class))
                .hasMessageContaining("ALU-0761")
                .hasMessageContaining("Sailor")
                .hasMessageContaining("PassiveDeletes.YES");
    }
}
