package org.aludel.orm.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Cascade;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Category;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MapperRegistryTest {

    private final MetaData metaData = new MetaData();
    private final MapperRegistry registry = MapperRegistry.configure(
            metaData, TestMappings.annotated(), List.of(TestMappings.categories(metaData)), NamingStrategy.SNAKE_CASE);

    private RelationAttribute relation(Class<?> type, String name) {
        return (RelationAttribute) registry.mapper(type).attribute(name);
    }

    private ColumnAttribute column(Class<?> type, String name) {
        return (ColumnAttribute) registry.mapper(type).attribute(name);
    }

    @Test
    @Tag("MAP-01")
    void annotatedClassBecomesTableInTheMetaData() {
        Table users = metaData.table("users");

        assertThat(registry.mapper(User.class).table()).isSameAs(users);
        assertThat(names(users)).containsExactly("id", "name", "email", "age", "balance");
        assertThat(users.primaryKey()).extracting(Column::name).containsExactly("id");
        assertThat(users.c("name").type()).isEqualTo(Types.string(50));
        assertThat(users.c("name").isNullable()).isFalse();
        assertThat(users.c("age").isNullable()).isTrue();
        assertThat(users.c("email").isUnique()).isTrue();
        assertThat(users.c("balance").type()).isEqualTo(Types.numeric(12, 2));
    }

    @Test
    @Tag("MAP-01")
    void columnTypeFollowsTheJavaTypeOfTheField() {
        Table employees = metaData.table("employees");

        assertThat(employees.c("id").type()).isEqualTo(Types.BIGINT);
        assertThat(employees.c("grade").type()).isEqualTo(Types.enumeration(Employee.Grade.class));
        assertThat(employees.c("hired").type()).isEqualTo(Types.DATE);
        assertThat(employees.c("active").type()).isEqualTo(Types.BOOLEAN);
        assertThat(employees.c("active").isNullable())
                .as("primitives are NOT NULL")
                .isFalse();
    }

    @Test
    @Tag("MAP-01")
    void singleIntegerKeyIsGeneratedUnlessTheClassSaysOtherwise() {
        assertThat(registry.mapper(User.class).generatedKey()).isSameAs(column(User.class, "id"));
        assertThat(registry.mapper(Invoice.class).generatedKey()).isNull();
        assertThat(registry.mapper(InvoiceLine.class).generatedKey()).isNull();
    }

    @Test
    @Tag("MAP-01")
    void foreignKeyCarriesItsOptionsAndItsEdge() {
        EntityMapper address = registry.mapper(Address.class);
        ForeignKeyEdge edge = address.foreignKeys()[0];

        assertThat(edge.target()).isSameAs(registry.mapper(User.class));
        assertThat(edge.local()).containsExactly(column(Address.class, "userId"));
        assertThat(edge.remote()).containsExactly(column(User.class, "id"));
        assertThat(edge.onDelete()).isEqualTo(ForeignKeyAction.CASCADE);
        assertThat(edge.nullable()).isTrue();
        assertThat(column(Address.class, "userId").column().name()).isEqualTo("user_id");
        assertThat(column(Address.class, "userId").foreignKey()).isSameAs(edge);
    }

    @Test
    @Tag("MAP-06")
    void collectionAndItsBackrefAreTwoSidesOfOneForeignKey() {
        RelationAttribute addresses = relation(User.class, "addresses");
        RelationAttribute user = relation(Address.class, "user");

        assertThat(addresses.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(addresses.collectionKind()).isEqualTo(CollectionKind.LIST);
        assertThat(addresses.target()).isSameAs(registry.mapper(Address.class));
        assertThat(addresses.reverse()).isSameAs(user);
        assertThat(user.reverse()).isSameAs(addresses);
        assertThat(user.direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(user.isCollection()).isFalse();
        assertThat(user.usesGetByKey()).isTrue();
        assertThat(addresses.pairs()[0].local()).isSameAs(column(User.class, "id"));
        assertThat(addresses.pairs()[0].remote()).isSameAs(column(Address.class, "userId"));
        assertThat(user.pairs()[0].local()).isSameAs(column(Address.class, "userId"));
        assertThat(user.pairs()[0].remote()).isSameAs(column(User.class, "id"));
        assertThat(addresses.orderBy())
                .containsExactly(metaData.table("addresses").c("city"));
    }

    @Test
    @Tag("MAP-08")
    void cascadeAllMeansEverythingButOrphansAndSilenceMeansSaveAndMerge() {
        RelationAttribute addresses = relation(User.class, "addresses");
        RelationAttribute user = relation(Address.class, "user");

        assertThat(addresses.cascades(Cascade.DELETE)).isTrue();
        assertThat(addresses.cascades(Cascade.EXPUNGE)).isTrue();
        assertThat(addresses.deleteOrphan()).isTrue();
        assertThat(user.cascade()).containsExactlyInAnyOrder(Cascade.SAVE_UPDATE, Cascade.MERGE);
    }

    @Test
    @Tag("MAP-06")
    void manyToManyCreatesTheTableBetweenAndMakesTheUnannotatedSideARelation() {
        RelationAttribute keywords = relation(User.class, "keywords");
        RelationAttribute users = relation(Keyword.class, "users");
        Table between = metaData.table("user_keywords");

        assertThat(names(between)).containsExactly("user_id", "keyword_id");
        assertThat(between.primaryKey()).hasSize(2);
        assertThat(keywords.direction()).isEqualTo(Direction.MANY_TO_MANY);
        assertThat(keywords.secondary()).isSameAs(between);
        assertThat(keywords.collectionKind()).isEqualTo(CollectionKind.SET);
        assertThat(keywords.pairs()[0].remoteColumn()).isSameAs(between.c("user_id"));
        assertThat(keywords.secondaryPairs()[0].local()).isSameAs(column(Keyword.class, "id"));
        assertThat(keywords.secondaryPairs()[0].remoteColumn()).isSameAs(between.c("keyword_id"));
        assertThat(users.reverse()).isSameAs(keywords);
        assertThat(users.pairs()[0].remoteColumn()).isSameAs(between.c("keyword_id"));
    }

    @Test
    @Tag("MAP-06")
    void referenceFieldMayCarryAForeignKeyWhoseColumnHasNoField() {
        EntityMapper employees = registry.mapper(Employee.class);
        RelationAttribute manager = relation(Employee.class, "manager");
        ColumnAttribute hidden = manager.pairs()[0].local();

        assertThat(hidden.isHidden()).isTrue();
        assertThat(hidden.column().name()).isEqualTo("manager_id");
        assertThat(hidden.column().type()).as("type of the key referred to").isEqualTo(Types.BIGINT);
        assertThat(hidden.index()).isEqualTo(-1);
        assertThat(employees.hiddenCount()).isEqualTo(1);
        assertThat(manager.direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(relation(Employee.class, "reports").direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(relation(Employee.class, "reports").reverse()).isSameAs(manager);
    }

    @Test
    @Tag("MAP-02")
    void classWithoutAnnotationsIsMappedToItsTable() {
        EntityMapper categories = registry.mapper(Category.class);

        assertThat(categories.table()).isSameAs(metaData.table("categories"));
        assertThat(column(Category.class, "label").column().name()).isEqualTo("name");
        assertThat(column(Category.class, "parent_id").isHidden()).isTrue();
        assertThat(relation(Category.class, "parent").direction()).isEqualTo(Direction.MANY_TO_ONE);
        assertThat(relation(Category.class, "subcategories").direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(relation(Category.class, "subcategories").reverse()).isSameAs(relation(Category.class, "parent"));
    }

    @Test
    @Tag("MAP-01")
    void versionAndUniqueSlotsAreKnown() {
        assertThat(registry.mapper(Invoice.class).version()).isSameAs(column(Invoice.class, "version"));
        assertThat(registry.mapper(User.class).version()).isNull();
        assertThat(registry.mapper(User.class).uniqueSlots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.columns()).containsExactly(column(User.class, "email")));
    }

    @Test
    void mappersStandInTheOrderOfTheirTables() {
        List<EntityMapper> all = List.copyOf(registry.all());

        assertThat(all.indexOf(registry.mapper(User.class))).isLessThan(all.indexOf(registry.mapper(Address.class)));
        assertThat(all.indexOf(registry.mapper(Invoice.class)))
                .isLessThan(all.indexOf(registry.mapper(InvoiceLine.class)));
        assertThat(all).extracting(EntityMapper::ordinal).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void keyTakesAnyIntegralTypeAndComparesByValue() {
        EntityMapper employees = registry.mapper(Employee.class);

        assertThat(employees.key(7)).isEqualTo(employees.key(7L)).hasSameHashCodeAs(employees.key((short) 7));
        assertThat(employees.key(7).value()).isEqualTo(7L);
        assertThat(employees.key(7)).isNotEqualTo(registry.mapper(User.class).key(7));
    }

    @Test
    void keyOfSeveralColumnsTakesThemOneByOneOrAsList() {
        EntityMapper lines = registry.mapper(InvoiceLine.class);

        assertThat(lines.key(1, 2)).isEqualTo(lines.key(List.of(1L, 2L)));
        assertThat(lines.key(1, 2).part(1)).isEqualTo(2);
    }

    @Test
    void wrongKeyIsRefusedWithTheExpectedParts() {
        EntityMapper lines = registry.mapper(InvoiceLine.class);

        assertThatThrownBy(() -> lines.key(1))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0438")
                .hasMessageContaining("InvoiceLine")
                .hasMessageContaining("Integer invoiceNumber, Integer position");
        assertThatThrownBy(() -> registry.mapper(User.class).key("seven"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0438");
        assertThatThrownBy(() -> registry.mapper(User.class).key(1L << 40))
                .as("too large for the key's type")
                .isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> registry.mapper(User.class).key((Object) null)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void valuesAreReadAndWrittenWithoutTraps() {
        User user = new User("ed");
        ColumnAttribute name = column(User.class, "name");

        assertThat(name.get(user, null)).isEqualTo("ed");
        name.set(user, null, "jack");
        assertThat(user.getName()).isEqualTo("jack");
        assertThat(registry.mapper(User.class).keyOf(user, null)).isNull();
        user.setId(3);
        assertThat(registry.mapper(User.class).keyOf(user, null))
                .isEqualTo(registry.mapper(User.class).key(3));
    }

    @Test
    void newInstanceRunsNoConstructorOfTheUser() {
        Object user = registry.mapper(User.class).newInstance();

        assertThat(relation(User.class, "addresses").get(user, null)).isNull();
    }

    @Test
    void decimalsAreSameByValueAndArraysByContent() {
        ColumnAttribute balance = column(User.class, "balance");

        assertThat(balance.sameValue(new BigDecimal("1.0"), new BigDecimal("1.00")))
                .isTrue();
        assertThat(balance.sameValue(new BigDecimal("1.0"), null)).isFalse();
        assertThat(column(User.class, "name").sameValue("a", "b")).isFalse();
    }

    @Test
    void loadColumnsPlaceEachSelectedAttributeAtItsIndex() {
        EntityMapper employees = registry.mapper(Employee.class);
        int[] places = employees.loadColumns(employees.columns(), 10);

        assertThat(places).hasSize(employees.attributeCount());
        for (ColumnAttribute attribute : employees.columns()) {
            if (!attribute.isHidden()) {
                assertThat(places[attribute.index()]).isEqualTo(10 + attribute.position());
            }
        }
        assertThat(places[relation(Employee.class, "manager").index()]).isEqualTo(-1);
        assertThat(Arrays.stream(places).filter(place -> place < 0).count()).isEqualTo(2);
    }

    @Test
    void classThatIsNotMappedIsNamedWithWhatIs() {
        assertThatThrownBy(() -> registry.mapper(String.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0421")
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("User");
        assertThat(registry.find(String.class)).isNull();
    }

    @Test
    void unknownAttributeIsNamedWithThoseThatExist() {
        assertThatThrownBy(() -> registry.mapper(User.class).attribute("nmae"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0439")
                .hasMessageContaining("nmae")
                .hasMessageContaining("balance");
    }

    @Test
    @Tag("MAP-01")
    void sameMetaDataCanBeMappedAgain() {
        MapperRegistry again =
                MapperRegistry.configure(metaData, TestMappings.annotated(), List.of(), NamingStrategy.SNAKE_CASE);

        assertThat(again.mapper(User.class).table()).isSameAs(metaData.table("users"));
        assertThat(again.mapper(Employee.class).hiddenCount()).isEqualTo(1);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
