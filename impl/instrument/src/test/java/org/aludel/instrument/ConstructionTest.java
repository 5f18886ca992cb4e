package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.NotInstrumentedException;
import org.aludel.instrument.testing.Compilation;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.RowReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

@Tag("MAP-17")
class ConstructionTest {

    @TempDir
    Path output;

    @Test
    void loaderConstructorRunsNoConstructorOfMappedClasses() throws Exception {
        Object result = Compilation.into(output)
                .compile(
                        "package t; public class Plain { static int made; Plain() { made++; } }",
                        "package t; @org.aludel.orm.MappedSuperclass abstract class Base extends Plain { int a = 1; Base(int x) { throw new IllegalStateException(); } }",
                        "package t; @org.aludel.orm.Mapped class User extends Base { String b = \"set\"; User(String s) { super(1); } }",
                        """
                        package t;
                        import org.aludel.orm.instrument.*;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                InstrumentedType type = InstrumentedType.of(User.class);
                                type.newInstance();
                                int before = Plain.made;
                                User u = (User) type.newInstance();
                                return u.a + " " + u.b + " " + (Plain.made - before) + " " + (u != type.newInstance());
                            }
                        }
                        """)
                .run("t.Main");
        assertThat(result).isEqualTo("0 null 1 true");
    }

    @Test
    void abstractClassesCannotBeMade() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile("package t; @org.aludel.orm.Mapped public abstract class Shape { int id; }")
                .loader()) {
            InstrumentedType type = InstrumentedType.of(loader.loadClass("t.Shape"));
            assertThatThrownBy(type::newInstance)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0402")
                    .hasMessageContaining("t.Shape");
        }
    }

    @Test
    void unmappedSuperclassWithoutSuitableConstructorIsRefused() {
        String messages = Compilation.into(output)
                .attempt(
                        "package t; public class Plain { Plain(int x) { } }",
                        "package t; @org.aludel.orm.Mapped public class User extends Plain { int id; User() { super(1); } }")
                .messages();
        assertThat(messages).contains("ALU-0404", "t.Plain", "@MappedSuperclass");
    }

    @Test
    void instancesMadeInAStaticInitializerAreAlreadyRegistered() throws Exception {
        try (URLClassLoader loader = Compilation.into(output).compile("""
                        package t;
                        @org.aludel.orm.Mapped
                        public class Unit {
                            static final Unit ONE = new Unit("one");
                            static final int LENGTH = ONE.name.length();
                            private final String name;
                            Unit(String name) { this.name = name; }
                            @Override public String toString() { return name + LENGTH; }
                        }
                        """).loader()) {
            InstrumentedType type = InstrumentedType.of(loader.loadClass("t.Unit"));
            Object unit = type.newInstance();
            ((Instrumented) unit).$aludel_raw(0, "two");
            assertThat(unit).hasToString("two3");
            assertThat(Modifier.isFinal(type.type().getDeclaredField("name").getModifiers()))
                    .isFalse();
        }
    }

    @Test
    void rowsFillFieldsOfEveryTypeAcrossTheHierarchyAndLeaveTheRest() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile("""
                        package t;
                        import org.aludel.orm.*;
                        @Mapped
                        public class Row {
                            boolean a; byte b; short c; int d; long e; float f; double g; char h;
                            String i; java.math.BigDecimal j; Integer k; byte[] l; java.time.DayOfWeek m; int untouched = 7;
                            @Relationship java.util.List<Row> rows;
                        }
                        """, "package t; @org.aludel.orm.Mapped public class Sub extends Row { Object n; long o; }")
                .loader()) {
            Instrumented row = (Instrumented)
                    InstrumentedType.of(loader.loadClass("t.Sub")).newInstance();
            row.$aludel_raw(13, 7);
            int[] columns = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1, 5, 14, 4};
            row.$aludel_load(new FixedRow(), columns);
            Object[] values = new Object[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.$aludel_raw(i);
            }
            assertThat(Arrays.asList(values))
                    .usingRecursiveComparison()
                    .isEqualTo(Arrays.asList(
                            true,
                            (byte) 1,
                            (short) 2,
                            3,
                            4L,
                            5f,
                            6d,
                            'h',
                            "s8",
                            new BigDecimal("9"),
                            10,
                            new byte[] {11},
                            java.time.DayOfWeek.MONDAY,
                            7,
                            null,
                            "o14",
                            4L));
        }
    }

    @Test
    void rawAccessTakesNullForPrimitivesAndRefusesUnknownIndexes() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile("package t; @org.aludel.orm.Mapped public class Row { long a = 4; String b = \"b\"; }")
                .loader()) {
            Instrumented row = (Instrumented)
                    loader.loadClass("t.Row").getDeclaredConstructor().newInstance();
            row.$aludel_raw(0, null);
            row.$aludel_raw(1, null);
            assertThat(row.$aludel_raw(0)).isEqualTo(0L);
            assertThat(row.$aludel_raw(1)).isNull();
            assertThatThrownBy(() -> row.$aludel_raw(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> row.$aludel_raw(0, "text")).isInstanceOf(ClassCastException.class);
        }
    }

    @Test
    void classNotInstrumentedIsNamedWithItsPlaceAndTheRemedies() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .without()
                .compile("package t; @org.aludel.orm.Mapped public class Plain { int id; }")
                .loader()) {
            Class<?> plain = loader.loadClass("t.Plain");
            assertThat(InstrumentedType.find(plain)).isNull();
            assertThatThrownBy(() -> InstrumentedType.of(plain))
                    .isInstanceOf(NotInstrumentedException.class)
                    .hasMessageContaining("ALU-0401")
                    .hasMessageContaining("t.Plain")
                    .hasMessageContaining(output.toString())
                    .hasMessageContaining("annotationProcessorPaths")
                    .hasMessageContaining("aludel:enhance")
                    .hasMessageContaining("-javaagent");
        }
    }

    @Test
    void mappedSuperclassNotInstrumentedIsTheOneNamed() throws Exception {
        Compilation.into(output)
                .without()
                .compile("package t; @org.aludel.orm.MappedSuperclass public class Base { int id; }");
        try (URLClassLoader loader = Compilation.into(output)
                .compile("package t; @org.aludel.orm.Mapped public class User extends Base { int age; }")
                .loader()) {
            Class<?> user = loader.loadClass("t.User");
            assertThatThrownBy(() -> InstrumentedType.of(user))
                    .isInstanceOf(NotInstrumentedException.class)
                    .hasMessageContaining("t.Base");
        }
    }

    @Test
    void nothingKeepsTheClassLoaderOfMappedClassesAlive() throws Exception {
        WeakReference<ClassLoader> loader = useAndDrop();
        for (int i = 0; i < 100 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> useAndDrop() throws Exception {
        try (URLClassLoader loader = Compilation.into(output)
                .compile(
                        "package t; @org.aludel.orm.Mapped public class User { int id; }",
                        "package t; @org.aludel.orm.Mapped public class Admin extends User { int level; }")
                .loader()) {
            InstrumentedType type = InstrumentedType.of(loader.loadClass("t.Admin"));
            assertThat(type.newInstance()).isNotNull();
            assertThat(type.attributes()).hasSize(2);
            return new WeakReference<>(loader);
        }
    }

    @Test
    void equalsHashCodeAndToStringOfTheUserAreNeverCalled() throws Exception {
        Object result = Compilation.into(output).compile("""
                        package t;
                        @org.aludel.orm.Mapped
                        class Touchy implements Cloneable, java.io.Serializable {
                            int id; Touchy other;
                            @Override public boolean equals(Object o) { throw new AssertionError("equals"); }
                            @Override public int hashCode() { throw new AssertionError("hashCode"); }
                            @Override public String toString() { throw new AssertionError("toString"); }
                            Touchy copy() throws CloneNotSupportedException { return (Touchy) clone(); }
                        }
                        """, """
                        package t;
                        import java.io.*;
                        import org.aludel.orm.instrument.*;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            static final class Quiet extends InstanceState {
                                Quiet(Object o) { super(o, null); trapRead = -1; trapWrite = -1; }
                                public void onRead(Object instance, int attribute) {}
                                public Object onWrite(Object instance, int attribute, Object value) { return value; }
                            }
                            public Object call() throws Exception {
                                Touchy t = (Touchy) InstrumentedType.of(Touchy.class).newInstance();
                                ((Instrumented) t).$aludel_state(new Quiet(t));
                                t.other = t;
                                t.id++;
                                ((Instrumented) t).$aludel_raw(1, t.other.copy());
                                new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(t);
                                return t.id + t.other.id;
                            }
                        }
                        """).run("t.Main");
        assertThat(result).isEqualTo(2);
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void writesBeforeTheSuperConstructorStayPlain() throws Exception {
        Object result = Compilation.into(output)
                .compile(
                        "package t; @org.aludel.orm.Mapped class Base { int seen; Base() { seen = early(); } int early() { return -1; } }",
                        """
                        package t;
                        @org.aludel.orm.Mapped
                        class User extends Base {
                            int age; String name;
                            User(int n, User other) {
                                if (n < 0) { throw new IllegalArgumentException(); }
                                this.age = n > 5 ? n : new int[] {5}[0];
                                if (other != null) { other.age = 99; other.name = "o"; }
                                super();
                                this.name = "late";
                            }
                            @Override int early() { return age; }
                        }
                        """,
                        """
                        package t;
                        import java.util.*;
                        import org.aludel.instrument.testing.RecordingState;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                User other = new User(7, null);
                                RecordingState state = RecordingState.on(other);
                                User u = new User(3, other);
                                return List.of(u.seen, u.age, u.name, other.seen, state.log);
                            }
                        }
                        """)
                .run("t.Main");
        assertThat(result).isEqualTo(List.of(5, 5, "late", 7, List.of("w age=7->99", "w name=late->o", "r seen")));
    }

    /** Answers each column by its number. */
    private static final class FixedRow implements RowReader {

        @Override
        public boolean getBoolean(int column) {
            return column == 0;
        }

        @Override
        public byte getByte(int column) {
            return (byte) column;
        }

        @Override
        public short getShort(int column) {
            return (short) column;
        }

        @Override
        public int getInt(int column) {
            return column;
        }

        @Override
        public long getLong(int column) {
            return column;
        }

        @Override
        public float getFloat(int column) {
            return column;
        }

        @Override
        public double getDouble(int column) {
            return column;
        }

        @Override
        public char getChar(int column) {
            return (char) ('a' + column);
        }

        @Override
        public String getString(int column) {
            return "s" + column;
        }

        @Override
        public BigDecimal getBigDecimal(int column) {
            return BigDecimal.valueOf(column);
        }

        @Override
        public Object getObject(int column) {
            return switch (column) {
                case 11 -> new byte[] {11};
                case 12 -> java.time.DayOfWeek.MONDAY;
                case 14 -> "o14";
                default -> column;
            };
        }
    }
}
