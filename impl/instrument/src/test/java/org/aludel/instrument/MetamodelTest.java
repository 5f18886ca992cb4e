package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.aludel.instrument.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetamodelTest {

    private static final String EMPLOYEE = """
            package t;
            import java.util.*;
            import org.aludel.orm.*;
            @Mapped
            public class Employee extends Person {
                private int age;
                private byte[] photo;
                private List<String> tags;
                private Kind kind;
                @Relationship private Set<? extends Report<?>> reports;
                @Relationship private Map<String, Employee> byName;
                @Relationship private Employee boss;
                @Unmapped private Object note;
                transient int cache;
                static int count;
                private enum Kind { A }
                @Mapped public static class Badge { @Id String code; }
                @Mapped private static class Hidden { int id; }
            }
            """;
    private static final String PERSON =
            "package t; @org.aludel.orm.MappedSuperclass public abstract class Person extends Keyed<Long> { String name; }";
    private static final String KEYED =
            "package t; @org.aludel.orm.MappedSuperclass public abstract class Keyed<K extends Comparable<K>> { K id; }";
    private static final String ENGINEER =
            "package u; @org.aludel.orm.Mapped public class Engineer extends t.Employee { String language; }";
    private static final String REPORT = "package t; @org.aludel.orm.Mapped public class Report<T> { T content; }";

    @TempDir
    Path output;

    @Test
    void attributesHaveTheTypesOfTheirFields() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile(EMPLOYEE, PERSON, KEYED, ENGINEER, REPORT)
                .loader()) {
            Class<?> model = loader.loadClass("t.Employee_");
            String orm = "org.aludel.orm.";
            assertThat(type(model, "age")).isEqualTo(orm + "Attribute<t.Employee, java.lang.Integer>");
            assertThat(type(model, "photo")).isEqualTo(orm + "Attribute<t.Employee, byte[]>");
            assertThat(type(model, "tags")).isEqualTo(orm + "Attribute<t.Employee, java.util.List<java.lang.String>>");
            assertThat(type(model, "kind")).isEqualTo(orm + "Attribute<t.Employee, ?>");
            assertThat(type(model, "reports")).isEqualTo(orm + "ToMany<t.Employee, t.Report<?>>");
            assertThat(type(model, "byName")).isEqualTo(orm + "ToMany<t.Employee, t.Employee>");
            assertThat(type(model, "boss")).isEqualTo(orm + "ToOne<t.Employee, t.Employee>");
            assertThat(type(model, "id")).isEqualTo(orm + "Attribute<t.Employee, java.lang.Long>");
            assertThat(type(model, "name")).isEqualTo(orm + "Attribute<t.Employee, java.lang.String>");
            assertThat(model.getDeclaredFields()).hasSize(9);
            assertThat(Modifier.isPublic(model.getModifiers())).isTrue();
            assertThat(type(loader.loadClass("t.Employee_Badge_"), "code"))
                    .isEqualTo(orm + "Attribute<t.Employee$Badge, java.lang.String>");
            assertThat(output.resolve("t/Employee_Hidden_.class")).doesNotExist();
            assertThat(output.resolve("t/Person_.class")).doesNotExist();
        }
    }

    @Test
    void subclassInheritsTheSameAttributes() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile(EMPLOYEE, PERSON, KEYED, ENGINEER, REPORT)
                .loader()) {
            Class<?> engineer = loader.loadClass("u.Engineer_");
            assertThat(engineer.getSuperclass()).isSameAs(loader.loadClass("t.Employee_"));
            assertThat(engineer.getField("age").get(null))
                    .isSameAs(loader.loadClass("t.Employee_").getField("age").get(null))
                    .isNotNull();
            assertThat(engineer.getDeclaredFields()).hasSize(1);
        }
    }

    @Test
    void subclassCompiledAloneExtendsTheModelCompiledBefore() throws Exception {
        Compilation.into(output).compile(EMPLOYEE, PERSON, KEYED, REPORT);
        try (URLClassLoader loader = Compilation.into(output).compile(ENGINEER).loader()) {
            assertThat(loader.loadClass("u.Engineer_").getSuperclass().getName())
                    .isEqualTo("t.Employee_");
        }
    }

    @Test
    void suffixCanBeChosen() throws Exception {
        Compilation.into(output)
                .option("-Aaludel.metamodel.suffix=Columns")
                .compile("package t; @org.aludel.orm.Mapped public class User { int id; }");
        assertThat(output.resolve("t/UserColumns.class")).exists();
        assertThat(output.resolve("t/User_.class")).doesNotExist();
    }

    @Test
    void imperativeClassesGetRelationsByTheTypesOfTheirFields() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile(
                        "@org.aludel.orm.Instrument({Category.class, Item.class}) package t;",
                        "package t; public class Category { String label; Category parent; java.util.List<Item> items; }",
                        "package t; class Item { java.math.BigDecimal price; }")
                .loader()) {
            Class<?> model = loader.loadClass("t.Category_");
            assertThat(type(model, "label")).isEqualTo("org.aludel.orm.Attribute<t.Category, java.lang.String>");
            assertThat(type(model, "parent")).isEqualTo("org.aludel.orm.ToOne<t.Category, t.Category>");
            assertThat(type(model, "items")).isEqualTo("org.aludel.orm.ToMany<t.Category, t.Item>");
            assertThat(Modifier.isPublic(loader.loadClass("t.Item_").getModifiers()))
                    .isFalse();
        }
    }

    @Test
    void modelThatExistsIsReported() {
        Compilation.Result result = Compilation.into(output)
                .attempt(
                        "package t; @org.aludel.orm.Mapped public class User { int id; }",
                        "package t; public class User_ { }");
        assertThat(result.success()).isTrue();
        assertThat(result.messages()).contains("ALU-0411", "t.User_", "aludel.metamodel.suffix");
    }

    private static String type(Class<?> model, String field) throws NoSuchFieldException {
        Field declared = model.getDeclaredField(field);
        assertThat(Modifier.isStatic(declared.getModifiers()) && Modifier.isFinal(declared.getModifiers()))
                .isTrue();
        return declared.getGenericType().getTypeName();
    }
}
