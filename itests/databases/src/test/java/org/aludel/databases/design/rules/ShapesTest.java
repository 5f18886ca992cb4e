package org.aludel.databases.design.rules;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.row;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Pool;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.engine.TwoPhase;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.DataException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.RowShape;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.ToMany;
import org.aludel.orm.ToOne;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of the design's section 5: each line is a test. */
class ShapesTest {

    private final Rules rules = new Rules();
    private final MetaData tables = new MetaData();
    private final Table users = tables.table(
            "users", column("id", INTEGER).primaryKey(), column("name", string(50)), column("visits", BIGINT));

    @AfterEach
    void close() {
        rules.close();
    }

    record Named(String name, Integer age) {}

    @Test
    void aConditionIsAnExpressionAndConditionsAreTakenByTheArrayOrAsOneExpression() throws Exception {
        assertThat(Expr.class).isAssignableFrom(Condition.class);
        Column<String> name = users.c("name");
        Expr<Boolean> one = name.eq("ed");
        Condition two = name.isNotNull();
        assertThat(select(name).where(one).toString()).contains("WHERE users.name = ");
        assertThat(select(name).where(two, name.ne("x")).toString()).contains(" AND ");
        for (Class<?> type : List.of(Select.class, Query.class)) {
            String method = type == Select.class ? "where" : "filter";
            assertThat(type.getMethod(method, Condition[].class).isVarArgs()).isTrue();
            assertThat(type.getMethod(method, Expr.class).isVarArgs()).isFalse();
        }
        try (Session session = rules.sessions.open()) {
            Expr<Boolean> condition = Person_.name.eq("ed");
            assertThat(session.query(Person.class).filter(condition).all()).isEmpty();
            assertThat(session.query(Person.class)
                            .filter(Person_.name.eq("ed"), Person_.age.gt(3))
                            .all())
                    .isEmpty();
        }
    }

    @Test
    void queriesAreTypedBySelectionAndSelectsAreNot() {
        try (Session session = rules.sessions.open()) {
            Query<Person> ofClass = session.query(Person.class);
            Query<Person> ofAlias = session.query(aliased(Person.class, "p"));
            Query<String> ofExpression = session.query(Person_.name);
            RowShape<Named> shape = row(Named::new, Person_.name, Person_.age);
            Query<Named> ofShape = session.query(shape);
            Query<Row> ofParts = session.query(entity(Person.class), Person_.name);
            assertThat(List.of(ofClass.all(), ofAlias.all(), ofExpression.all(), ofShape.all(), ofParts.all()))
                    .allMatch(List::isEmpty);
        }
        assertThat(Select.class.getTypeParameters()).isEmpty();
        Selectable selectable = Person_.name;
        assertThat(selectable).isNotNull();
    }

    @Test
    void statementsBeginAtTablesAndByStaticForms() {
        assertThat(users.delete().toString()).isEqualTo(delete(users).toString());
        assertThat(users.insert()).isNotNull();
        assertThat(users.update()).isNotNull();
        assertThat(Arrays.stream(Table.class.getMethods()).map(Method::getName))
                .contains("insert", "update", "delete", "select", "join", "count");
    }

    @Test
    void relationsAreNoExpressionsAndAliasesTakeInheritedAttributes() {
        assertThat(Relation.class).isAssignableFrom(ToMany.class).isAssignableFrom(ToOne.class);
        assertThat(Expr.class.isAssignableFrom(Relation.class)).isFalse();
        ToMany<Person, Pet> pets = Person_.pets;
        ToOne<Pet, Person> owner = Pet_.owner;
        Alias<Engineer> engineer = aliased(Engineer.class, "e");
        Expr<String> inherited = engineer.get(Employee_.name);
        try (Session session = rules.sessions.open()) {
            Person ed = new Person("ed");
            Pet rex = new Pet("rex");
            ed.pets.add(rex);
            session.add(ed);
            session.flush();
            for (Condition condition : List.of(
                    pets.any(Pet_.name.eq("rex")),
                    pets.none(Pet_.name.eq("tom")),
                    pets.contains(rex),
                    pets.isEmpty().not())) {
                assertThat(session.query(Person.class).filter(condition).all()).hasSize(1);
            }
            for (Condition condition : List.of(owner.eq(ed), owner.isNull().not(), owner.has(Person_.name.eq("ed")))) {
                assertThat(session.query(Pet.class).filter(condition).all()).containsExactly(rex);
            }
            assertThat(session.query(engineer).filter(inherited.eq("x")).all()).isEmpty();
        }
    }

    @Test
    void eqNullDoesNotCompileForTypedColumns(@TempDir Path folder) {
        String test = """
                import org.aludel.schema.*;
                class Probe { Object o(Column<String> name) { return name.%s; } }
                """;
        assertThat(compiles(folder, "Probe", test.formatted("eq(null)"))).isNotEmpty();
        assertThat(compiles(folder, "Probe", test.formatted("isNull()"))).isEmpty();
        rules.engine.useTransaction(conn -> {
            users.create(conn);
            conn.execute(users.insert(), params("name", "ed"));
            conn.execute(users.update().setNull(users.c("name")));
            assertThat(conn.execute(select(users.c("id")).where(users.c("name").isNull()))
                            .all())
                    .hasSize(1);
        });
    }

    @Test
    void whatAnUntypedColumnLetsThroughIsRefusedAtRunTime() {
        Column<Object> untyped = users.c("name");
        assertThatThrownBy(() -> untyped.eq((Object) users.c("id")))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-0101");
        rules.engine.useTransaction(users::create);
        assertThatThrownBy(() -> rules.engine.inTransaction(
                        conn -> conn.execute(select(users.c("name")).where(untyped.eq(List.of(1))))
                                .all()))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-");
    }

    @Test
    void numbersOfDifferentTypesAreComparedByEqAny() {
        Column<Integer> id = users.c("id");
        Column<Long> visits = users.c("visits");
        assertThat(select(id).where(id.eqAny(visits)).toString()).contains("users.id = users.visits");
    }

    @Test
    void workWithAndWithoutResultHaveTwoNames() {
        int answer = rules.engine.inTransaction(conn -> 42);
        rules.engine.useTransaction(conn -> assertThat(conn.inTransaction()).isTrue());
        String text = rules.sessions.inTransaction(session -> "x");
        rules.sessions.useTransaction(session -> assertThat(session.isClosed()).isFalse());
        assertThat(answer + text).isEqualTo("42x");
    }

    @Test
    void closingDeclaresNoCheckedException() throws Exception {
        for (Class<?> closeable : List.of(
                Engine.class,
                Connection.class,
                Transaction.class,
                NestedTransaction.class,
                TwoPhase.class,
                TwoPhaseTransaction.class,
                EventRegistration.class,
                Pool.class,
                Session.class,
                SessionFactory.class)) {
            assertThat(closeable.getMethod("close").getExceptionTypes())
                    .as(closeable.getName())
                    .isEmpty();
        }
    }

    @Test
    void getIntOfNullThrows() {
        rules.engine.useTransaction(conn -> {
            users.create(conn);
            conn.execute(users.insert(), params("name", "ed", "visits", null));
            Row row = conn.execute(select(users.c("visits"))).one();
            assertThat(row.get(0)).isNull();
            assertThatThrownBy(() -> row.getInt(0)).isInstanceOf(DataException.class);
        });
    }

    @Test
    void theSuffixOfTheMetamodelCanBeChanged(@TempDir Path folder) {
        String source = """
                import org.aludel.orm.*;
                @Mapped class Thing { @Id Integer id; String name; Object o() { return ThingMeta.name; } }
                """;
        assertThat(compiles(folder, "Thing", source, "-Aaludel.metamodel.suffix=Meta"))
                .isEmpty();
        assertThat(folder.resolve("ThingMeta.class")).exists();
        assertThat(folder.resolve("Thing_.class")).doesNotExist();
    }

    @Test
    void attributesGetTheirTablesFromWhoRunsTheStatement() {
        Attribute<Person, String> name = Person_.name;
        Select statement = select(name).where(name.eq("ed"));
        try (Session session = rules.sessions.open()) {
            session.add(new Person("ed"));
            assertThat(session.execute(statement).scalars(String.class)).containsExactly("ed");
        }
        assertThatThrownBy(() -> rules.engine.inTransaction(
                        conn -> conn.execute(statement).all()))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-0130");
    }

    /** What the compiler says against a class; empty if it compiles. */
    private static String compiles(Path folder, String name, String source, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> all = new java.util.ArrayList<>(List.of(options));
        String path = System.getProperty("java.class.path");
        // since JDK 23 processors on the class path run only if they are asked for
        all.addAll(List.of("-d", folder.toString(), "-classpath", path, "-processorpath", path, "-nowarn"));
        JavaFileObject unit =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return source;
                    }
                };
        boolean success =
                compiler.getTask(said, null, null, all, null, List.of(unit)).call();
        return success ? "" : said + " failed";
    }
}
