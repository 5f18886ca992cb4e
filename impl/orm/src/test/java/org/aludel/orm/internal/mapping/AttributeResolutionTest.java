package org.aludel.orm.internal.mapping;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.compiler.BindSlot;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Attribute;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.Orm;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Category;
import org.aludel.orm.testmodel.Category_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.InvoiceLine_;
import org.aludel.orm.testmodel.Invoice_;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.Keyword_;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.DialectLookup;
import org.aludel.types.MappedType;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attributes and conditions on relations become SQL when a statement is compiled. */
@Tag("QRY-11")
class AttributeResolutionTest {

    private final MetaData metaData = new MetaData();
    private final MapperRegistry registry = MapperRegistry.configure(
            metaData, TestMappings.annotated(), List.of(TestMappings.categories(metaData)), NamingStrategy.SNAKE_CASE);
    private final Table users = metaData.table("users");

    private Compiled compile(Statement statement) {
        return ((CoreDialect) DialectLookup.standard()).compile(statement, List.of(), registry);
    }

    private String sql(Statement statement) {
        return compile(statement).sql().replaceAll("\\s+", " ");
    }

    private String where(Expr<?> selected, Condition condition) {
        String sql = sql(select(selected).where(condition));
        return sql.substring(sql.indexOf("FROM"));
    }

    /** Values of the parameters as they are bound, in order. */
    @SuppressWarnings("unchecked")
    private List<Object> values(Statement statement) {
        List<Object> values = new ArrayList<>();
        for (BindSlot slot : compile(statement).binds()) {
            Object value = statement.structure().binds()[slot.index()].value();
            values.add(
                    slot.type() instanceof MappedType<?, ?> mapped
                            ? ((MappedType<Object, Object>) mapped).toStored().apply(value)
                            : value);
        }
        return values;
    }

    @Test
    void attributesMixWithColumnsInCoreStatements() {
        Statement statement = select(User_.name, count(User_.id))
                .where(User_.age.gt(60), users.c("email").isNotNull())
                .groupBy(User_.name)
                .orderBy(User_.name);

        assertThat(sql(statement))
                .isEqualTo(
                        "SELECT users.name, count(users.id) AS count_1 FROM users WHERE users.age > ? AND users.email IS"
                                + " NOT NULL GROUP BY users.name ORDER BY users.name");
    }

    @Test
    void parameterTakesTheTypeOfTheColumn() {
        Compiled compiled = compile(select(Employee_.name).where(Employee_.grade.eq(Employee.Grade.SENIOR)));

        assertThat(compiled.binds()[0].type()).isEqualTo(Types.enumeration(Employee.Grade.class));
        assertThat(compiled.columns()[0].type()).isEqualTo(Types.string(50));
    }

    @Test
    void attributesWithoutMappingsAreRefused() {
        assertThatThrownBy(() -> select(User_.name).toString()).isInstanceOf(CompileException.class);
    }

    @Test
    void attributesAreEqualByClassAndName() {
        Attribute<User, String> name = Orm.attribute(User.class, "name");
        Map<Attribute<?, ?>, String> map = new HashMap<>();
        map.put(User_.name, "x");

        assertThat(name).isEqualTo(User_.name).hasSameHashCodeAs(User_.name).isNotEqualTo(User_.email);
        assertThat(map).containsKey(name);
        assertThat(name.type().javaType()).isEqualTo(String.class);
        assertThat(select(name).structure().key())
                .isEqualTo(select(User_.name).structure().key());
    }

    @Test
    void unknownAttributeAndRelationAsColumnAreRefused() {
        Attribute<User, String> wrong = Orm.attribute(User.class, "nmae");
        Attribute<User, Object> relation = Orm.attribute(User.class, "addresses");
        Attribute<String, Object> unmapped = Orm.attribute(String.class, "value");

        assertThatThrownBy(() -> sql(select(wrong)))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0439");
        assertThatThrownBy(() -> sql(select(relation)))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0444");
        assertThatThrownBy(() -> sql(select(unmapped)))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0421");
    }

    @Test
    void anyOfACollectionIsACorrelatedExists() {
        assertThat(where(User_.name, User_.addresses.any(Address_.city.ne("Rome"), Address_.id.gt(3))))
                .isEqualTo("FROM users WHERE EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id AND"
                        + " addresses.city != ? AND addresses.id > ?)");
        assertThat(where(User_.name, User_.addresses.none(Address_.city.eq("Rome"))))
                .contains("WHERE NOT (EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id");
        assertThat(where(User_.name, User_.addresses.isEmpty()))
                .isEqualTo(
                        "FROM users WHERE NOT (EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id))");
    }

    @Test
    void membersAreNotMistakenForATableThatIsJoinedOutside() {
        Table addresses = metaData.table("addresses");
        Statement statement = select(User_.name)
                .from(users.join(addresses))
                .where(Address_.city.startsWith("Par"), User_.addresses.any(Address_.city.ne("Rome")));

        assertThat(sql(statement))
                .contains(
                        "EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id AND addresses.city != ?)");
    }

    @Test
    void conditionMaySpeakOfOtherTablesOfTheStatementAround() {
        Table keywords = metaData.table("keywords");
        Statement statement = select(User_.name, Keyword_.word)
                .where(
                        User_.addresses.any(Address_.city.eq(Keyword_.word)),
                        keywords.c("id").isNotNull());

        assertThat(sql(statement))
                .startsWith("SELECT users.name, keywords.word FROM users, keywords WHERE")
                .contains("EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id AND addresses.city ="
                        + " keywords.word)");
    }

    @Test
    void hasAsksForTheReferredObject() {
        assertThat(where(Address_.city, Address_.user.has(User_.name.eq("ed"))))
                .isEqualTo("FROM addresses WHERE EXISTS (SELECT 1 FROM users WHERE addresses.user_id = users.id AND"
                        + " users.name = ?)");
    }

    @Test
    void manyToManyGoesThroughTheTableBetween() {
        assertThat(where(User_.name, User_.keywords.any(Keyword_.word.eq("red"))))
                .contains("FROM users WHERE EXISTS (SELECT 1 FROM")
                .contains("user_keywords")
                .contains("users.id = user_keywords.user_id")
                .contains("keywords.id = user_keywords.keyword_id")
                .contains("keywords.word = ?");
    }

    @Test
    void selfReferenceSpeaksOfAnotherOccurrenceOfTheTable() {
        String sql = where(
                Employee_.name, Employee_.reports.any(Employee_.name.like("A%").or(Employee_.active.eq(true))));

        assertThat(sql)
                .startsWith("FROM employees WHERE EXISTS (SELECT 1 FROM employees AS employees_1 WHERE employees.id ="
                        + " employees_1.manager_id AND (employees_1.name LIKE ?")
                .doesNotContain("employees.name")
                .doesNotContain("employees.active");
    }

    @Test
    void conditionsNestAcrossASelfReference() {
        String sql = where(
                Category_.label, Category_.subcategories.any(Category_.subcategories.any(Category_.label.eq("leaf"))));

        assertThat(sql)
                .isEqualTo(
                        "FROM categories WHERE EXISTS (SELECT 1 FROM categories AS categories_1 WHERE categories.id ="
                                + " categories_1.parent_id AND (EXISTS (SELECT 1 FROM categories AS categories_2 WHERE"
                                + " categories_1.id = categories_2.parent_id AND categories_2.name = ?)))");
    }

    @Test
    void subqueryInsideASelfReferenceIsAdaptedToo() {
        Table categories = metaData.table("categories");
        Condition condition = Category_.subcategories.any(
                Category_.id.in(select(categories.c("id")).where(Category_.label.eq("x"))));

        assertThat(where(Category_.label, condition)).contains("categories_1.id IN (SELECT");
    }

    @Test
    void referenceIsComparedByTheForeignKeyWithoutAJoin() {
        User ed = new User("ed");
        ed.setId(7);
        Statement statement = select(Address_.city).where(Address_.user.eq(ed));

        assertThat(sql(statement)).endsWith("FROM addresses WHERE addresses.user_id = ?");
        assertThat(values(statement)).containsExactly(7);
        assertThat(where(Address_.city, Address_.user.ne(ed)))
                .isEqualTo("FROM addresses WHERE addresses.user_id != ? OR addresses.user_id IS NULL");
        assertThat(where(Address_.city, Address_.user.isNull()))
                .isEqualTo("FROM addresses WHERE addresses.user_id IS NULL");
        assertThat(where(Address_.city, Address_.user.eq(null)))
                .isEqualTo("FROM addresses WHERE addresses.user_id IS NULL");
        assertThat(where(Address_.city, Address_.user.isNotNull()))
                .isEqualTo("FROM addresses WHERE addresses.user_id IS NOT NULL");
    }

    @Test
    void keyOfTheComparedObjectIsReadWhenTheStatementIsExecuted() {
        User ed = new User("ed");
        Statement statement = select(Address_.city).where(Address_.user.eq(ed));
        ed.setId(8);

        assertThat(values(statement)).containsExactly(8);
    }

    @Test
    void comparisonWithDifferentObjectsSharesOneCompiledStatement() {
        User ed = new User("ed");
        User jack = new User("jack");

        assertThat(select(Address_.city).where(Address_.user.eq(ed)).structure().key())
                .isEqualTo(select(Address_.city)
                        .where(Address_.user.eq(jack))
                        .structure()
                        .key());
        assertThat(select(User_.name).where(User_.addresses.any()).structure().key())
                .isNotEqualTo(select(User_.name)
                        .where(User_.keywords.any())
                        .structure()
                        .key());
    }

    @Test
    void objectWithoutKeyOrOfAnotherClassIsRefused() {
        Condition unsaved = Address_.user.eq(new User("ed"));
        assertThatThrownBy(() -> values(select(Address_.city).where(unsaved)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("ALU-0447")
                .hasMessageContaining("User.id");

        Condition other = Orm.<Address, Object>toOne(Address.class, "user").eq(new Category("x"));
        assertThatThrownBy(() -> values(select(Address_.city).where(other)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0445");
    }

    @Test
    void containsComparesPrimaryKeysOrTheTableBetween() {
        Address paris = new Address("Paris");
        paris.setId(4);
        Keyword red = new Keyword("red");
        ColumnAttribute id = (ColumnAttribute) registry.mapper(Keyword.class).attribute("id");
        id.set(red, null, 5);
        Statement statement = select(User_.name).where(User_.addresses.contains(paris), User_.keywords.contains(red));

        assertThat(sql(statement))
                .endsWith(
                        "WHERE (EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id AND addresses.id = ?))"
                                + " AND (EXISTS (SELECT 1 FROM user_keywords WHERE users.id = user_keywords.user_id AND"
                                + " user_keywords.keyword_id = ?))");
        assertThat(values(statement)).containsExactly(4, 5);
    }

    @Test
    void compositeKeysAreComparedColumnByColumn() {
        assertThat(where(Invoice_.customer, Invoice_.lines.any(InvoiceLine_.position.eq(1))))
                .contains("invoices.number = invoice_lines.invoice_number AND invoice_lines.position = ?");
    }

    @Test
    void aliasIsAnotherOccurrenceOfTheTable() {
        var other = Orm.aliased(User.class, "u2");
        Statement statement = select(User_.name, other.get(User_.name))
                .where(
                        other.get(User_.id).gt(User_.id),
                        other.get(User_.addresses).any(Address_.city.eq("Rome")));

        assertThat(sql(statement))
                .contains("u2.name")
                .contains("u2.id > users.id")
                .contains("EXISTS (SELECT 1 FROM addresses WHERE u2.id = addresses.user_id AND addresses.city = ?)");
    }

    @Test
    void adaptionLeavesOtherTablesAndParametersAlone() {
        var alias = users.as("u");
        ClauseAdaption adaption = new ClauseAdaption(registry, users, alias);
        Expr<Boolean> adapted = adaption.adapt(
                Sql.coalesce(User_.age, 0).plus(1).gt(Sql.literal(3)).and(Address_.city.eq("x")));

        assertThat(sql(select(Sql.count()).where(adapted)))
                .contains("coalesce(u.age, ?) + ? > ?")
                .contains("addresses.city = ?");
        assertThat(adaption.others()).containsExactly(metaData.table("addresses"));
    }
}
