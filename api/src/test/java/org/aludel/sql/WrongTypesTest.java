package org.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Wrong types are errors of the Java compiler, in the line where they are made. */
@Tag("SQL-21")
class WrongTypesTest {

    private static final String PROGRAM = """
            import static org.aludel.sql.Sql.*;
            import static org.aludel.types.Types.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            import org.aludel.engine.*;
            import org.aludel.schema.*;
            import org.aludel.sql.*;

            class %c {
                record UserColumns(Column<Integer> id, Column<String> name) {}

                void run(Table users, TypedTable<UserColumns> people, Connection connection) {
                    Column<Integer> id = users.c("id");
                    Column<Integer> age = users.c("age");
                    Column<String> name = users.c("name");
                    Column<Boolean> active = users.c("active");
                    Column<LocalDate> born = users.c("born");
                    Column<BigDecimal> balance = users.c("balance");
            %s
                }
            }
            """;

    private static final List<String> WRONG = List.of(
            "age.eq(\"thirty\");",
            "age.eq(30L);",
            "name.eq(1);",
            "name.ne(age);",
            "born.lt(\"2024-01-01\");",
            "born.gt(name);",
            "balance.ge(\"1\");",
            "active.eq(1);",
            "age.in(\"a\", \"b\");",
            "name.in(List.of(1, 2));",
            "name.notIn(1);",
            "age.between(1, \"x\");",
            "born.between(LocalDate.MIN, 3);",
            "age.isDistinctFrom(\"x\");",
            "name.isNotDistinctFrom(born);",
            "age.plus(true);",
            "age.minus(\"x\");",
            "select(name).where(age);",
            "select(name).where(name);",
            "select(name).where(age.plus(1));",
            "select(name).where(true);",
            "select(name).having(name);",
            "select(name).orderBy(1);",
            "select(\"name\");",
            "select(name).limit(\"ten\");",
            "not(name);",
            "and(age.eq(1), name);",
            "age.eq(1).and(name);",
            "users.insert().set(name, 1);",
            "users.insert().set(age, \"x\");",
            "users.insert().set(age, name);",
            "users.update().set(born, \"2024-01-01\");",
            "users.update().set(age, age.concat(\"x\"));",
            "users.update().where(age);",
            "users.delete().where(age.plus(1));",
            "Column<String> wrong = column(\"n\", INTEGER);",
            "column(\"n\", INTEGER).defaultValue(\"x\");",
            "column(\"n\", string(10)).defaultValue(1);",
            "Expr<String> wrong = age.plus(1);",
            "Expr<Integer> wrong = age.cast(STRING);",
            "Expr<String> wrong = coalesce(age, 1);",
            "coalesce(age, \"x\");",
            "Expr<Integer> wrong = count();",
            "Expr<String> wrong = max(age);",
            "Expr<Integer> wrong = lower(name);",
            "Expr<String> wrong = case_(age.gt(1), 2);",
            "case_(name, 1);",
            "case_(age.gt(1), 2).otherwise(\"x\");",
            "Integer wrong = connection.execute(select(name)).one().get(name);",
            "String wrong = connection.execute(select(age)).one().get(age);",
            "List<Integer> wrong = connection.execute(select(name)).scalars(name);",
            "List<Integer> wrong = connection.execute(select(name)).scalars(String.class);",
            "people.c().name().eq(1);",
            "people.c().id().eq(\"x\");",
            "people.as(\"p\").c().id().eq(\"x\");",
            "literal(1).eq(\"x\");",
            "bind(\"n\", INTEGER).eq(\"x\");",
            "connection.execute(name);",
            "name.label(1);");

    private static final long LINE =
            PROGRAM.substring(0, PROGRAM.indexOf("%s")).lines().count() + 1;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> aWrongTypeIsAnErrorInItsLine() {
        List<List<Diagnostic<? extends JavaFileObject>>> errors = compiled(WRONG);
        return IntStream.range(0, WRONG.size())
                .mapToObj(i -> DynamicTest.dynamicTest(WRONG.get(i), () -> {
                    assertThat(errors.get(i)).isNotEmpty().allSatisfy(error -> {
                        assertThat(error.getLineNumber()).isEqualTo(LINE);
                        assertThat(error.getCode()).as("not a misspelt name").doesNotContain("cant.resolve.location");
                    });
                }));
    }

    @Test
    void aColumnThatARecordDoesNotHaveIsAnError() {
        assertThat(compiled(List.of("people.c().email();")).get(0))
                .singleElement()
                .satisfies(error -> assertThat(error.getLineNumber()).isEqualTo(LINE));
    }

    @Test
    void rightTypesCompile() {
        assertThat(compiled(List.of("""
                        select(name, age.plus(1).label("next"))
                                .where(age.eq(30), name.ne("x").or(born.lt(LocalDate.MAX)), active.eq(true))
                                .where(active)
                                .having(count().gt(1L))
                                .orderBy(name.desc().nullsLast(), age)
                                .limit(10);
                        users.insert().set(name, "x").set(age, age.plus(1)).set(balance, BigDecimal.ONE);
                        users.update().set(born, LocalDate.MIN).where(id.in(List.of(1, 2)).and(age.isNull()));
                        Expr<Integer> same = coalesce(age, 1);
                        Expr<String> text = case_(age.gt(1), "a").otherwise("b");
                        age.eqAny(balance);
                        String read = connection.execute(select(name)).one().get(name);
                        Integer key = connection.execute(select(people.c().id())).one().get(people.c().id());
                        """))).containsExactly(List.of());
    }

    /** The errors of each program. */
    private List<List<Diagnostic<? extends JavaFileObject>>> compiled(List<String> statements) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        List<List<Diagnostic<? extends JavaFileObject>>> errors = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            files.add(new Program(
                    "Program" + i, PROGRAM.replace("%c", "Program" + i).replace("%s", statements.get(i))));
            errors.add(new ArrayList<>());
        }
        List<String> options = List.of(
                "-proc:none",
                "-Xmaxerrs",
                "1000",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        compiler.getTask(new StringWriter(), null, diagnostics, options, null, files)
                .call();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.get(files.indexOf(diagnostic.getSource())).add(diagnostic);
            }
        }
        return errors;
    }

    /** A program in memory. */
    private static final class Program extends SimpleJavaFileObject {
        private final String source;

        Program(String name, String source) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
