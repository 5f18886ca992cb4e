package org.aludel.core.compiler;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.CompiledSql.Awaited;
import org.aludel.sql.CompiledSql.Awaited.Source;
import org.aludel.sql.CompiledSql.ResultField;
import org.aludel.sql.Dialect;
import org.junit.jupiter.api.Test;

class CompiledSqlTest {

    private static final Dialect STANDARD = StandardDialect.INSTANCE;

    private final Table users = new MetaData()
            .table(
                    "users",
                    Column.of("id", INTEGER).primaryKey(),
                    Column.of("name", string(50)),
                    Column.of("age", INTEGER));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    @Test
    void valuesComeInTheOrderOfTheMarksAndListsAreWrittenOut() {
        CompiledSql compiled = STANDARD.compile(select(id).where(name.eq("ed")).where(id.in(1, 2, 3)));

        assertThat(compiled.sql())
                .isEqualTo("SELECT users.id FROM users WHERE users.name = ? AND users.id IN (?, ?, ?)");
        assertThat(compiled.parameters()).containsExactly("ed", 1, 2, 3);
        assertThat(compiled.columns()).containsExactly(new ResultField("id", INTEGER));
    }

    @Test
    void parametersAreNamedAfterWhatTheyAreComparedWith() {
        CompiledSql compiled = STANDARD.compile(
                select(id).where(name.eq("ed")).where(name.ne("jack")).where(id.eq(bind("key", INTEGER))));

        assertThat(compiled.namedSql())
                .isEqualTo("SELECT users.id FROM users WHERE users.name = :name_1 AND users.name != :name_2"
                        + " AND users.id = :key");
        assertThat(compiled.namedParameters())
                .containsEntry("name_1", "ed")
                .containsEntry("name_2", "jack")
                .containsEntry("key", new Awaited(Source.PARAMETER, "key"));
    }

    @Test
    void valuesCanBeWrittenIntoTheText() {
        CompiledSql compiled =
                STANDARD.compile(select(id).where(name.eq("it's ?")).where(id.in(1, 2)));

        assertThat(compiled.inlined())
                .isEqualTo("SELECT users.id FROM users WHERE users.name = 'it''s ?' AND users.id IN (1, 2)");
    }

    @Test
    void aValueThatOnlyTheExecutionKnowsIsNoLiteral() {
        CompiledSql compiled = STANDARD.compile(select(id).where(name.eq(bind("who", STRING))));

        assertThatThrownBy(compiled::inlined)
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0190")
                .hasMessageContaining("who");
    }

    @Test
    void namesOfParametersDecideTheColumnsOfAnInsert() {
        CompiledSql compiled = STANDARD.compile(users.insert(), params("name", "ed", "age", 7));

        assertThat(compiled.sql()).isEqualTo("INSERT INTO users (name, age) VALUES (?, ?)");
        assertThat(compiled.parameters()).containsExactly("ed", 7);
        assertThat(compiled.namedSql()).isEqualTo("INSERT INTO users (name, age) VALUES (:name, :age)");
    }

    @Test
    void aBatchHasAListOfValuesForEachSet() {
        CompiledSql compiled = STANDARD.compile(users.insert(), List.of(params("name", "ed"), params("name", "wendy")));

        assertThat(compiled.batches()).containsExactly(List.of("ed"), List.of("wendy"));
    }

    @Test
    void everySetOfABatchHasTheNamesOfTheFirst() {
        assertThatThrownBy(() -> STANDARD.compile(
                        users.insert(), List.of(params("name", "ed", "age", 7), params("name", "wendy"))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0192");
        assertThatThrownBy(() -> STANDARD.compile(users.insert(), List.of()))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0191");
    }

    @Test
    void aParameterCanBeWrittenIntoTheTextAtExecution() {
        CompiledSql compiled = STANDARD.compile(select(id)
                .where(name.eq(BindParameter.named("who", STRING, "o'neil").literalExecute())));

        assertThat(compiled.sql()).isEqualTo("SELECT users.id FROM users WHERE users.name = 'o''neil'");
        assertThat(compiled.parameters()).isEmpty();
    }

    @Test
    void expressionsPrintOnTheirOwn() {
        CompiledSql compiled = STANDARD.compile(name.like("%ed%"));

        assertThat(compiled.sql()).isEqualTo("users.name LIKE ?");
        assertThat(compiled.boundParameters()).containsExactly("%ed%");
    }
}
