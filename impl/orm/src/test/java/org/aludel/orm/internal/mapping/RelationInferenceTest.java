package org.aludel.orm.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.MappedSuperclass;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Directions, pairs of columns and partners are found from fields and foreign keys. */
@Tag("MAP-06")
@SuppressWarnings({"unused", "NullAway"})
class RelationInferenceTest {

    private final MetaData metaData = new MetaData();

    private MapperRegistry configure(Class<?>... types) {
        return MapperRegistry.configure(metaData, List.of(types), List.of(), NamingStrategy.SNAKE_CASE);
    }

    private static RelationAttribute relation(MapperRegistry registry, Class<?> type, String name) {
        return (RelationAttribute) registry.mapper(type).attribute(name);
    }

    @Mapped
    static class Passport {
        @Id
        UUID id;

        @References("person.id")
        @Col(unique = true)
        Long personId;

        @Relationship(backref = "passport")
        Person person;
    }

    @Mapped
    static class Person {
        @Id
        Long id;

        @Relationship
        Passport passport;

        Instant born;
    }

    @Test
    void oneToOneHasTheForeignKeyOnOneSide() {
        MapperRegistry registry = configure(Person.class, Passport.class);
        RelationAttribute person = relation(registry, Passport.class, "person");
        RelationAttribute passport = relation(registry, Person.class, "passport");

        assertThat(person.direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(passport.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(passport.isCollection()).isFalse();
        assertThat(passport.reverse()).isSameAs(person);
        assertThat(passport.pairs()[0].remoteColumn().name()).isEqualTo("person_id");
        assertThat(metaData.table("person").c("born").type()).isEqualTo(Types.INSTANT);
        assertThat(registry.mapper(Passport.class).generatedKey())
                .as("a UUID is not generated")
                .isNull();
    }

    @Mapped(table = "ships")
    static class Ship {
        @Id
        Integer id;

        @References("sailors.id")
        Integer captainId;

        @References("sailors.id")
        Integer cookId;

        @Relationship(foreignKey = "captainId", backref = "commands", load = LoadStrategy.JOINED)
        Sailor captain;

        @Relationship(foreignKey = "cook_id")
        Sailor cook;
    }

    @Mapped(table = "sailors")
    static class Sailor {
        @Id
        Integer id;

        @References("ships.id")
        Integer shipId;

        @Relationship
        Collection<Ship> commands = new ArrayList<>();

        @Relationship(foreignKey = "shipId")
        Ship ship;
    }

    @Test
    void foreignKeyNamesTheFieldOrColumnToFollow() {
        MapperRegistry registry = configure(Ship.class, Sailor.class);

        assertThat(local(relation(registry, Ship.class, "captain"))).isEqualTo("captain_id");
        assertThat(local(relation(registry, Ship.class, "cook"))).isEqualTo("cook_id");
        assertThat(local(relation(registry, Sailor.class, "ship"))).isEqualTo("ship_id");
        assertThat(relation(registry, Sailor.class, "ship").direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(relation(registry, Ship.class, "captain").loadStrategy()).isEqualTo(LoadStrategy.JOINED);
        RelationAttribute commands = relation(registry, Sailor.class, "commands");
        assertThat(commands.collectionKind()).isEqualTo(CollectionKind.COLLECTION);
        assertThat(commands.pairs()[0].remoteColumn().name())
                .as("the partner's choice is taken over")
                .isEqualTo("captain_id");
        assertThat(commands.reverse()).isSameAs(relation(registry, Ship.class, "captain"));
    }

    private static String local(RelationAttribute relation) {
        return relation.pairs()[0].local().column().name();
    }

    @Mapped(table = "nodes")
    static class Node {
        @Id
        Integer id;

        @References("nodes.id")
        Integer parentId;

        @References("nodes.id")
        Integer nextId;

        @Relationship(foreignKey = "parentId", backref = "children")
        Node parent;

        @Relationship
        List<Node> children = new ArrayList<>();

        @Relationship(foreignKey = "nextId")
        Node next;

        @Relationship(foreignKey = "nextId", remoteSide = "nextId", backref = "next")
        Node previous;

        @Relationship(secondary = "links", backref = "backward")
        Set<Node> forward = new HashSet<>();

        Set<Node> backward = new HashSet<>();
    }

    @Test
    void classMayReferToItselfInSeveralWays() {
        MapperRegistry registry = configure(Node.class);
        RelationAttribute parent = relation(registry, Node.class, "parent");
        RelationAttribute previous = relation(registry, Node.class, "previous");
        RelationAttribute forward = relation(registry, Node.class, "forward");
        Table links = metaData.table("links");

        assertThat(parent.direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(parent.isSelfReferential()).isTrue();
        assertThat(relation(registry, Node.class, "children").direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(relation(registry, Node.class, "next").direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(previous.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(previous.isCollection()).isFalse();
        assertThat(previous.reverse()).isSameAs(relation(registry, Node.class, "next"));
        assertThat(links.columns()).extracting(Column::name).containsExactly("node_id", "other_node_id");
        assertThat(forward.pairs()[0].remoteColumn()).isSameAs(links.c("node_id"));
        assertThat(forward.secondaryPairs()[0].remoteColumn()).isSameAs(links.c("other_node_id"));
        RelationAttribute backward = relation(registry, Node.class, "backward");
        assertThat(backward.pairs()[0].remoteColumn()).isSameAs(links.c("other_node_id"));
        assertThat(backward.reverse()).isSameAs(forward);
    }

    @MappedSuperclass
    abstract static class Recorded {
        @Id
        Long id;

        @Col(length = 20)
        String recordedBy;

        @Relationship
        @References("person.id")
        Person auditor;
    }

    @Mapped
    static class Payment extends Recorded {
        int amount;
    }

    @Mapped
    static class Refund extends Recorded {
        int amount;
    }

    @Test
    @Tag("MAP-01")
    void mappedSuperclassGivesItsAttributesToEachSubclass() {
        MapperRegistry registry = configure(Person.class, Passport.class, Payment.class, Refund.class);

        assertThat(metaData.table("payment").columns())
                .extracting(Column::name)
                .containsExactly("id", "recorded_by", "auditor_id", "amount");
        assertThat(metaData.table("refund").columns()).hasSize(4);
        assertThat(relation(registry, Payment.class, "auditor")
                        .pairs()[0]
                        .local()
                        .column()
                        .table())
                .isSameAs(metaData.table("payment"));
    }

    @Test
    void secondaryTableThatIsThereIsUsed() {
        metaData.table(
                "links",
                Sql.column("source", Types.INTEGER).primaryKey().references("nodes.id"),
                Sql.column("target", Types.INTEGER).primaryKey().references("nodes.id"),
                Sql.column("weight", Types.INTEGER));
        RelationAttribute forward = relation(configure(Node.class), Node.class, "forward");

        assertThat(forward.secondary()).isSameAs(metaData.table("links"));
        assertThat(forward.pairs()[0].remoteColumn().name()).isEqualTo("source");
        assertThat(forward.secondaryPairs()[0].remoteColumn().name()).isEqualTo("target");
    }

    @Mapped
    static class Region {
        @Id
        String country;

        @Id
        int number;

        @Relationship(backref = "region")
        List<Town> towns = new ArrayList<>();
    }

    @Mapped(table = "towns")
    static class Town {
        @Id
        Integer id;

        String country;
        Integer regionNumber;
        Region region;
    }

    @Test
    @Tag("MAP-01")
    void foreignKeyOfSeveralColumnsComesFromATableThatIsThere() {
        metaData.table(
                "towns",
                Sql.column("id", Types.INTEGER).primaryKey(),
                Sql.column("country", Types.STRING),
                Sql.column("region_number", Types.INTEGER),
                Sql.foreignKey("country", "region_number").references("region.country", "region.number"));
        MapperRegistry registry = configure(Region.class, Town.class);
        RelationAttribute region = relation(registry, Town.class, "region");

        assertThat(region.pairs()).hasSize(2);
        assertThat(region.usesGetByKey()).isTrue();
        assertThat(region.pairs()[1].local().name()).isEqualTo("regionNumber");
    }

    @Mapped(table = "visits")
    static class Visit {
        @Id
        Integer id;

        @References("region.country")
        String country;

        @References("region.number")
        Integer regionNumber;

        @Relationship
        Region region;
    }

    @Test
    @Tag("MAP-01")
    void referencesToAWholeCompositeKeyBecomeOneForeignKey() {
        metaData.table(
                "towns",
                Sql.column("id", Types.INTEGER).primaryKey(),
                Sql.column("country", Types.STRING),
                Sql.column("region_number", Types.INTEGER),
                Sql.foreignKey("country", "region_number").references("region.country", "region.number"));
        MapperRegistry registry = configure(Visit.class, Region.class, Town.class);

        assertThat(metaData.table("visits").foreignKeys())
                .singleElement()
                .satisfies(key ->
                        assertThat(key.columns()).extracting(Column::name).containsExactly("country", "region_number"));
        assertThat(relation(registry, Visit.class, "region").pairs()).hasSize(2);
    }

    @Test
    void namingStrategyWritesCamelCaseInSnakeCase() {
        assertThat(NamingStrategy.snakeCase("InvoiceLine")).isEqualTo("invoice_line");
        assertThat(NamingStrategy.snakeCase("userId")).isEqualTo("user_id");
        assertThat(NamingStrategy.snakeCase("parsedURLPath")).isEqualTo("parsed_url_path");
        assertThat(NamingStrategy.snakeCase("line1")).isEqualTo("line1");
        assertThat(NamingStrategy.snakeCase("id")).isEqualTo("id");
    }
}
