package org.aludel.orm.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.errors.MappingException;
import org.aludel.errors.NotInstrumentedException;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.Orm;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Unmapped;
import org.aludel.orm.Version;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each mistake in a mapping is reported with class, attribute and remedy; several are reported together. */
@Tag("MAP-01")
@SuppressWarnings({"unused", "rawtypes", "NullAway"})
class MappingMistakesTest {

    private final MetaData metaData = new MetaData();

    private MapperRegistry configure(Class<?>... types) {
        return MapperRegistry.configure(metaData, List.of(types), List.of(), NamingStrategy.SNAKE_CASE);
    }

    private String mistake(Class<?>... types) {
        MappingException error = catchThrowableOfType(MappingException.class, () -> configure(types));
        assertThat(error).isNotNull();
        assertThat(error.getMessage()).startsWith(error.code());
        return error.getMessage();
    }

    @Mapped(table = "parents")
    static class Parent {
        @Id
        Integer id;

        @Relationship
        List<Child> children = new ArrayList<>();
    }

    @Mapped(table = "children")
    static class Child {
        @Id
        Integer id;
    }

    @Test
    @Tag("MAP-06")
    void missingForeignKeySaysWhereToDeclareOne() {
        assertThat(mistake(Parent.class, Child.class))
                .startsWith("ALU-0417 Parent.children: no foreign key leads from children to parents;"
                        + " declare one with @References(\"parents.id\") in Child");
    }

    @Test
    void failedConfigurationLeavesNoTables() {
        mistake(Parent.class, Child.class);

        assertThat(metaData.tables()).isEmpty();
    }

    @Mapped(table = "flights")
    static class Flight {
        @Id
        Integer id;

        @References("pilots.id")
        Integer captainId;

        @References("pilots.id")
        Integer copilotId;

        @Relationship
        Pilot captain;
    }

    @Mapped(table = "pilots")
    static class Pilot {
        @Id
        Integer id;
    }

    @Test
    @Tag("MAP-06")
    void severalForeignKeysAskForOne() {
        assertThat(mistake(Flight.class, Pilot.class))
                .startsWith("ALU-0423 Flight.captain: several foreign keys fit")
                .contains("captain_id", "copilot_id")
                .contains("name the one to follow with foreignKey");
    }

    @Mapped(table = "houses")
    static class House {
        @Id
        Integer id;

        @Relationship(backref = "huose")
        List<Room> rooms = new ArrayList<>();
    }

    @Mapped(table = "rooms")
    static class Room {
        @Id
        Integer id;

        @References("houses.id")
        Integer houseId;

        @Relationship
        House house;
    }

    @Test
    @Tag("MAP-07")
    void unknownBackrefListsTheFieldsThatThereAre() {
        assertThat(mistake(House.class, Room.class))
                .startsWith("ALU-0424 House.rooms: Room has no field huose")
                .contains("[id, houseId, house]");
    }

    @Mapped(table = "owners")
    static class Owner {
        @Id
        Integer id;

        @Relationship(backref = "owner")
        List<Pet> pets = new ArrayList<>();
    }

    @Mapped(table = "pets")
    static class Pet {
        @Id
        Integer id;

        @References("owners.id")
        Integer ownerId;

        String owner;
    }

    @Test
    @Tag("MAP-07")
    void backrefOfAnotherTypeIsRefused() {
        assertThat(mistake(Owner.class, Pet.class))
                .startsWith("ALU-0425 Owner.pets: backref owner does not match: Pet.owner does not refer to Owner");
    }

    @Mapped(table = "clubs")
    static class Club {
        @Id
        Integer id;

        @Relationship(backref = "clubs")
        List<Member> members = new ArrayList<>();
    }

    @Mapped(table = "members")
    static class Member {
        @Id
        Integer id;

        @References("clubs.id")
        Integer clubId;

        @Relationship
        List<Club> clubs = new ArrayList<>();
    }

    @Test
    @Tag("MAP-07")
    void collectionsOnBothSidesNeedASecondaryTable() {
        assertThat(mistake(Club.class, Member.class))
                .startsWith("ALU-0425 Club.members")
                .contains("secondary table");
    }

    @Mapped(table = "keyless")
    static class Keyless {
        String name;
    }

    @Test
    void classWithoutKeyIsReported() {
        assertThat(mistake(Keyless.class))
                .startsWith("ALU-0440 Keyless: table keyless has no primary key; mark a field with @Id");
    }

    @Mapped(table = "lonely")
    static class Lonely {
        @Id
        Integer id;

        @References("pilots.id")
        Integer pilotId;

        @Relationship
        Pilot pilot;
    }

    @Test
    void targetThatIsNotMappedAndReferenceToNowhereAreReportedTogether() {
        MappingException error = catchThrowableOfType(MappingException.class, () -> configure(Lonely.class));

        assertThat(error.code()).isEqualTo("ALU-0420");
        assertThat(error.getMessage())
                .startsWith("ALU-0420 2 mistakes in the mappings:")
                .contains("\n  ALU-0422 Lonely.pilot: the class referred to, ")
                .contains("\n  ALU-0432 Lonely.pilotId: the foreign key refers to pilots.id");
    }

    @Test
    void mistakesOfAllClassesAreReportedTogether() {
        assertThat(mistake(Parent.class, Child.class, Keyless.class, House.class, Room.class))
                .startsWith("ALU-0420 3 mistakes")
                .contains("ALU-0417 Parent.children", "ALU-0440 Keyless", "ALU-0424 House.rooms");
    }

    @Mapped(table = "odd")
    static class OddTypes {
        @Id
        Integer id;

        Thread thread;
        Optional<String> nickname = Optional.empty();
        Child child;

        @Unmapped
        Thread ignored;
    }

    @Test
    void unsupportedJavaTypesNameTheWayOut() {
        assertThat(mistake(OddTypes.class))
                .contains("ALU-0428 OddTypes.thread: no column type for Java type Thread")
                .contains("ALU-0428 OddTypes.nickname")
                .contains("let the accessor return Optional")
                .contains("ALU-0428 OddTypes.child")
                .contains("annotate the field with @Relationship")
                .doesNotContain("ignored");
    }

    @Mapped(table = "twice")
    static class Twice {
        @Id
        Integer id;

        @Col(name = "label")
        String first;

        @Col(name = "label")
        String second;
    }

    @Test
    void columnOfTwoFieldsIsRefused() {
        assertThat(mistake(Twice.class)).startsWith("ALU-0427 Twice.second: column label");
    }

    @Mapped(table = "children")
    static class OtherChild {
        @Id
        Integer id;
    }

    @Test
    void tableOfTwoClassesIsRefused() {
        assertThat(mistake(Child.class, OtherChild.class))
                .startsWith("ALU-0426 OtherChild: table children belongs to Child already");
        assertThat(mistake(Child.class, Child.class)).startsWith("ALU-0443 Child: the class is mapped twice");
    }

    static class Plain {
        Integer id;
    }

    record Point(int x) {}

    @Test
    void classWithoutAnnotationIsRefused() {
        assertThat(mistake(Plain.class)).startsWith("ALU-0437 Plain: the class carries no @Mapped");
    }

    @Test
    void classThatIsNotInstrumentedIsReportedAloneAsSuch() {
        Table table = metaData.table("plain", Sql.column("id", Types.INTEGER).primaryKey());
        Mappings plain = new Mappings().map(Plain.class, table);

        assertThatThrownBy(
                        () -> MapperRegistry.configure(metaData, List.of(), List.of(plain), NamingStrategy.SNAKE_CASE))
                .isInstanceOf(NotInstrumentedException.class)
                .hasMessageContaining("Plain");
        assertThatThrownBy(() -> MapperRegistry.configure(
                        metaData, List.of(Keyless.class), List.of(plain), NamingStrategy.SNAKE_CASE))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0401")
                .hasMessageContaining("ALU-0440");
    }

    @Test
    void recordCannotBeMapped() {
        Table table = metaData.table("points", Sql.column("x", Types.INTEGER).primaryKey());

        assertThatThrownBy(() -> MapperRegistry.configure(
                        metaData,
                        List.of(),
                        List.of(new Mappings().map(Point.class, table)),
                        NamingStrategy.SNAKE_CASE))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0442 Point");
    }

    @Mapped(table = "specials")
    static class SpecialChild extends Child {
        @Id
        Integer specialId;
    }

    @Test
    void keyOfItsOwnInAJoinedSubclassIsRefused() {
        assertThat(mistake(Child.class, SpecialChild.class))
                .startsWith("ALU-0459 SpecialChild: the class has the key of its superclass Child already")
                .contains("keyColumns");
    }

    @Mapped(discriminator = "kind", identity = "one")
    static class Ambiguous {
        @Id
        Integer id;
    }

    @Mapped(identity = "one")
    static class AlsoOne extends Ambiguous {}

    @Test
    void identityOfTwoClassesIsRefused() {
        assertThat(mistake(Ambiguous.class, AlsoOne.class))
                .startsWith("ALU-0463 AlsoOne: the identity one is that of Ambiguous already");
    }

    @Mapped(table = "shelves")
    static class Shelf {
        @Id
        Integer id;

        @Relationship
        ArrayList<Book> books = new ArrayList<>();

        @Relationship
        Map<String, Book> byTitle = new HashMap<>();

        @Relationship
        List raw = new ArrayList();
    }

    @Mapped(table = "books")
    static class Book {
        @Id
        Integer id;

        @References("shelves.id")
        Integer shelfId;

        @Relationship(cascade = Cascade.DELETE_ORPHAN)
        Shelf shelf;
    }

    @Test
    @Tag("MAP-09")
    void collectionsThatCannotBeTrackedAreRefused() {
        assertThat(mistake(Shelf.class, Book.class))
                .contains("ALU-0433 Shelf.books")
                .contains("ALU-0486 Shelf.byTitle")
                .contains("ALU-0422 Shelf.raw")
                .contains("ALU-0434 Book.shelf: DELETE_ORPHAN");
    }

    @Mapped(table = "versions")
    static class BadVersion {
        @Id
        Integer id;

        @Version
        String version;

        @Relationship(orderBy = "sizee", foreignKey = "nope")
        List<BadVersion> all = new ArrayList<>();
    }

    @Test
    void versionMustCountAndNamesMustExist() {
        assertThat(mistake(BadVersion.class))
                .contains("ALU-0441 BadVersion.version")
                .contains("ALU-0435 BadVersion.all: neither BadVersion nor BadVersion")
                .contains("nope");
    }

    @Mapped(table = "trees")
    static class Tree {
        @Id
        Integer id;

        @References("trees.id")
        Integer parentId;

        @Relationship(orderBy = "hieght desc")
        List<Tree> branches = new ArrayList<>();
    }

    @Test
    void orderByUnknownAttributeIsReported() {
        assertThat(mistake(Tree.class)).startsWith("ALU-0435 Tree.branches: orderBy \"hieght desc\"");
    }

    @Test
    void tableThatIsThereMustHaveTheColumns() {
        metaData.table("pets", Sql.column("id", Types.BIGINT).primaryKey());

        assertThat(mistake(Pet.class))
                .contains("ALU-0432 Pet.ownerId: table pets, which is in the MetaData already, has no column owner_id")
                .contains("ALU-0428 Pet.id: a field of type Integer can't hold the values of column id");
    }

    @Test
    @Tag("MAP-02")
    void unknownFieldOfAnImperativeMappingIsReported() {
        Table table = metaData.table("children", Sql.column("id", Types.INTEGER).primaryKey());
        Mappings mappings = new Mappings()
                .map(
                        Child.class,
                        table,
                        m -> m.property("nmae", table.c("id")).property("up", Orm.relationship(Child.class)));

        assertThatThrownBy(() ->
                        MapperRegistry.configure(metaData, List.of(), List.of(mappings), NamingStrategy.SNAKE_CASE))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0430 Child.nmae: the class has no such field; its fields are [id]")
                .hasMessageContaining("ALU-0430 Child.up");
    }
}
