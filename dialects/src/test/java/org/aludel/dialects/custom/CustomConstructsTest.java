package org.aludel.dialects.custom;

import static org.aludel.dialects.custom.Greatest.greatest;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.CompileRules;
import org.aludel.sql.Compiles;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.tree.Func;
import org.aludel.types.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOC-01")
@Tag("SQL-17")
class CustomConstructsTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("age", INTEGER),
            column("name", string(20)));
    private final Column<Integer> id = users.c("id");
    private final Column<Integer> age = users.c("age");
    private final Column<String> name = users.c("name");

    /** An expression for which nobody has a rule. */
    record Unwritten() implements Expr<Integer>, CustomNode {

        @Override
        public Type<Integer> type() {
            return INTEGER;
        }
    }

    private static Dialect standard() {
        return org.aludel.sql.spi.DialectLookup.standard();
    }

    @Test
    void rulesFoundByTheServiceLoaderDifferByDialect() {
        AlterColumn alter = new AlterColumn(users, name, string(80));
        assertThat(alter.toString()).isEqualTo("ALTER TABLE users ALTER COLUMN name SET DATA TYPE VARCHAR(80)");
        assertThat(alter.toSql(PostgreSql.dialect())).isEqualTo("ALTER TABLE users ALTER COLUMN name TYPE VARCHAR(80)");
        assertThat(alter.toSql(MySql.dialect())).isEqualTo("ALTER TABLE users MODIFY name VARCHAR(80)");
    }

    @Test
    void aDefinitionHoldsItsValuesAsLiterals() {
        CreateView view = new CreateView("Old ones", select(id, name).where(age.gt(60), name.ne("O'Neil")));
        assertThat(view.toSql(PostgreSql.dialect()))
                .isEqualTo("CREATE MATERIALIZED VIEW \"Old ones\" AS SELECT users.id, users.name FROM users"
                        + " WHERE users.age > 60 AND users.name != 'O''Neil'");
    }

    @Test
    void theExamplesRun() {
        try (Engine engine = Engine.create("h2:///mem:custom")) {
            metadata.createAll(engine);
            engine.useTransaction(conn -> {
                conn.execute(users.insert().values(List.of(1, 70, "ann")));
                conn.execute(new AlterColumn(users, name, string(80)));
                conn.execute(users.insert().values(List.of(2, 30, "a name that is longer than twenty characters")));
                conn.execute(new CreateView("elders", select(id, name).where(age.gt(60))));
                Table elders = new MetaData().table("elders", column("id", INTEGER), column("name", string(80)));
                assertThat(conn.execute(elders.select()).scalars(elders.<Integer>c("id")))
                        .containsExactly(1);
            });
        }
    }

    @Test
    void aRuleForOneDialectGoesBeforeTheConstructsOwnRendering() {
        Select statement = select(id).where(greatest(id, age).gt(5));
        try (CompileRules.Registration rule = CompileRules.add(
                Greatest.class,
                "sqlite",
                (greatest, sql) -> sql.append("max(").list(greatest.arguments()).append(")"))) {
            assertThat(statement.toSql(Sqlite.dialect()))
                    .isEqualTo("SELECT users.id FROM users WHERE max(users.id, users.age) > ?");
            assertThat(statement.toSql(H2.dialect()))
                    .isEqualTo("SELECT users.id FROM users WHERE greatest(users.id, users.age) > ?");
        }
        assertThat(statement.toSql(Sqlite.dialect())).contains("greatest(");
    }

    @Test
    void aBuiltInRuleIsChangedForAllOrOneDialect() {
        Expr<?> lower = org.aludel.sql.Sql.lower(name);
        try (CompileRules.Registration all = CompileRules.add(
                        Func.class, (function, sql) -> sql.append("/* f */ ").builtIn());
                CompileRules.Registration one = CompileRules.add(
                        Func.class,
                        "h2",
                        (function, sql) -> sql.append("/* h2 */ ").builtIn())) {
            assertThat(standard().toSql(lower)).isEqualTo("/* f */ lower(users.name)");
            assertThat(H2.dialect().toSql(lower)).isEqualTo("/* h2 */ lower(users.name)");
        }
        assertThat(standard().toSql(lower)).isEqualTo("lower(users.name)");
    }

    @Test
    void aRuleMayWriteAnotherConstructOfItsClassAsBuiltIn() {
        try (CompileRules.Registration rule =
                CompileRules.add(Select.class, (query, sql) -> sql.builtIn(query.limit(10)))) {
            assertThat(standard().toSql(select(id))).isEqualTo("SELECT users.id FROM users LIMIT ?");
        }
    }

    @Test
    void compiledStatementsAreNotStaleAfterAChange() {
        try (Engine engine = Engine.create("h2:///mem:rules")) {
            metadata.createAll(engine);
            engine.useTransaction(conn -> {
                conn.execute(users.insert().values(List.of(1, 7, "ann")));
                Select statement = select(greatest(id, age));
                assertThat(value(conn, statement)).isEqualTo(7);
                try (CompileRules.Registration rule = CompileRules.add(
                        Greatest.class,
                        "h2",
                        (greatest, sql) ->
                                sql.append("least(").list(greatest.arguments()).append(")"))) {
                    assertThat(value(conn, statement)).isEqualTo(1);
                }
                assertThat(value(conn, statement)).isEqualTo(7);
            });
        }
    }

    private static int value(Connection conn, Select statement) {
        return conn.execute(statement).scalar(Integer.class);
    }

    @Test
    void aConstructWithoutARuleIsNamedWithTheDialect() {
        assertThatThrownBy(() -> select(new Unwritten()).toSql(PostgreSql.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0152")
                .hasMessageContaining("Unwritten")
                .hasMessageContaining("postgresql");
    }

    @Test
    void twoRulesForOneConstructAreRefused() {
        assertThatThrownBy(() -> CompileRules.add(CreateView.class, "postgresql", (view, sql) -> sql.append("no")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0153")
                .hasMessageContaining("CreateView")
                .hasMessageContaining("postgresql");
    }

    /** A class whose rule can't be called. */
    public static final class BadRules {

        @Compiles(Unwritten.class)
        public void write(CustomNode.Rendering sql) {
            sql.append("?");
        }
    }

    @Test
    void aMethodThatCantBeARuleIsRefused() {
        assertThatThrownBy(() -> CompileRules.addAll(new BadRules()))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0154");
    }

    @Test
    void thePageShowsTheCodeThatIsTestedHere() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path page = root.resolve("../src/site/markdown/custom-constructs.md").normalize();
        StringBuilder sources = new StringBuilder();
        for (String source : List.of("AlterColumn", "CreateView", "SchemaRules", "Greatest", "CustomConstructsTest")) {
            sources.append(
                    Files.readString(root.resolve("src/test/java/org/aludel/dialects/custom/" + source + ".java")));
        }
        String code = folded(sources.toString());
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        int found = 0;
        while (blocks.find()) {
            assertThat(code).contains(folded(blocks.group(1)));
            found++;
        }
        assertThat(found).isGreaterThan(4);
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
