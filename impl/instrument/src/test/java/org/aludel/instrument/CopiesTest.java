package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.testing.Compilation;
import org.aludel.instrument.testing.RecordingState;
import org.aludel.orm.instrument.Instrumented;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies by serialisation keep key and unloaded attributes; copies by clone keep nothing of the state. */
@Tag("MAP-17")
class CopiesTest {

    private static final String[] SERIALIZABLE = {
        """
        package t;
        import java.io.*;
        import java.util.*;
        import org.aludel.orm.*;
        @Mapped
        public class User implements Serializable, Comparable<User> {
            static final Random RANDOM = new Random(1);
            static { RANDOM.nextInt(); }
            private Integer id = 5;
            protected String name = "ed";
            public final List<String> tags = new ArrayList<>(List.of("x"));
            transient int cache = 3;
            User() {}
            protected User(Integer id) { this.id = id; }
            public int compareTo(User other) { return id.compareTo(other.id); }
            static class Part implements Serializable { int size = 2; }
            Part part = new Part();
            private void hidden() {}
        }
        """,
        """
        package t;
        import java.io.*;
        @org.aludel.orm.Mapped
        public class Custom extends User {
            private static final long serialVersionUID = 77L;
            int calls;
            private void writeObject(ObjectOutputStream out) throws IOException {
                calls++;
                out.defaultWriteObject();
                out.writeInt(42);
            }
            private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
                in.defaultReadObject();
                calls += in.readInt();
            }
        }
        """,
        "package t; @org.aludel.orm.Mapped public class Sub extends User { java.util.Map<String, Integer> m = new java.util.HashMap<>(); }"
    };

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(strings = {"t.User", "t.Custom", "t.Sub"})
    void serialVersionIsTheOneOfThePlainClass(String name) throws Exception {
        try (URLClassLoader plain = Compilation.into(output.resolve("plain"))
                        .without()
                        .compile(SERIALIZABLE)
                        .loader();
                URLClassLoader enhanced = Compilation.into(output.resolve("enhanced"))
                        .compile(SERIALIZABLE)
                        .loader()) {
            ObjectStreamClass before = ObjectStreamClass.lookup(plain.loadClass(name));
            ObjectStreamClass after = ObjectStreamClass.lookup(enhanced.loadClass(name));
            assertThat(enhanced.loadClass(name).getInterfaces()).contains(Instrumented.class);
            assertThat(after.getSerialVersionUID()).isEqualTo(before.getSerialVersionUID());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.User", "t.Custom", "t.Sub"})
    void serialisedCopyKeepsKeyAndUnloadedAttributes(String name) throws Exception {
        try (URLClassLoader loader =
                Compilation.into(output).compile(SERIALIZABLE).loader()) {
            Object user = make(loader, name);
            RecordingState state = RecordingState.on(user, 0b10, -1);
            state.key = "key-5";
            Instrumented copy = (Instrumented) roundTrip(loader, user);
            RecordingState copied = (RecordingState) copy.$aludel_state();
            assertThat(copied).isNotNull().isNotSameAs(state);
            assertThat(copied.key).isEqualTo("key-5");
            assertThat(copied.trapRead).isEqualTo(0b10);
            assertThat(copy.$aludel_raw(0)).isEqualTo(5);
            assertThat(copy.$aludel_raw(2)).isEqualTo(List.of("x"));
            if (name.equals("t.Custom")) {
                assertThat(copy.$aludel_raw(4)).isEqualTo(43);
            }
        }
    }

    @Test
    void objectWithoutStateIsCopiedWithoutState() throws Exception {
        try (URLClassLoader loader =
                Compilation.into(output).compile(SERIALIZABLE).loader()) {
            Instrumented copy = (Instrumented) roundTrip(loader, make(loader, "t.User"));
            assertThat(copy.$aludel_state()).isNull();
            assertThat(copy.$aludel_raw(1)).isEqualTo("ed");
        }
    }

    @Test
    void streamsOfThePlainClassCanBeRead() throws Exception {
        byte[] bytes;
        try (URLClassLoader plain = Compilation.into(output.resolve("plain"))
                .without()
                .compile(SERIALIZABLE)
                .loader()) {
            bytes = write(make(plain, "t.Sub"));
        }
        try (URLClassLoader enhanced = Compilation.into(output.resolve("enhanced"))
                .compile(SERIALIZABLE)
                .loader()) {
            Instrumented copy = (Instrumented) read(enhanced, bytes);
            assertThat(copy.$aludel_raw(0)).isEqualTo(5);
            assertThat(copy.$aludel_state()).isNull();
        }
    }

    @Test
    void clonesNeverShareTheState() throws Exception {
        Object result = Compilation.into(output)
                .compile(
                        """
                        package t;
                        public class Cloner implements Cloneable {
                            @Override public Cloner clone() throws CloneNotSupportedException { return (Cloner) super.clone(); }
                        }
                        """,
                        "package t; @org.aludel.orm.Mapped class ViaSuper extends Cloner { int a = 1; }",
                        """
                        package t;
                        @org.aludel.orm.Mapped
                        class Own implements Cloneable {
                            int a = 2;
                            @Override public Own clone() {
                                try { return (Own) super.clone(); } catch (CloneNotSupportedException e) { throw new AssertionError(e); }
                            }
                        }
                        """,
                        "package t; @org.aludel.orm.Mapped class OwnSub extends Own { int b = 3; @Override public OwnSub clone() { return (OwnSub) super.clone(); } }",
                        """
                        package t;
                        @org.aludel.orm.Mapped
                        class Inherits implements Cloneable {
                            int a = 4; int[] array = {1};
                            Inherits copy() throws CloneNotSupportedException { array = array.clone(); return (Inherits) clone(); }
                        }
                        """,
                        "package t; class UnmappedSub extends Inherits { @Override public Object clone() throws CloneNotSupportedException { return super.clone(); } }",
                        """
                        package t;
                        import java.util.*;
                        import org.aludel.instrument.testing.RecordingState;
                        import org.aludel.orm.instrument.*;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            static <T> T tracked(T object) { RecordingState.on(object, 0, 0); return object; }
                            static boolean free(Object original, Object copy) {
                                return original != copy
                                        && original.getClass() == copy.getClass()
                                        && ((Instrumented) copy).$aludel_state() == null
                                        && ((Instrumented) original).$aludel_state() != null;
                            }
                            public Object call() throws Exception {
                                ViaSuper a = tracked(new ViaSuper());
                                Own b = tracked(new Own());
                                OwnSub c = tracked(new OwnSub());
                                Inherits d = tracked(new Inherits());
                                UnmappedSub e = tracked(new UnmappedSub());
                                return List.of(free(a, a.clone()), free(b, b.clone()), free(c, c.clone()), free(d, d.copy()),
                                        free(e, e.clone()), free(e, e.copy()), ((Own) c.clone()).a + c.clone().b);
                            }
                        }
                        """)
                .run("t.Main");
        assertThat(result).isEqualTo(List.of(true, true, true, true, true, true, 5));
    }

    private static Object make(ClassLoader loader, String name) throws Exception {
        var constructor = loader.loadClass(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Object roundTrip(ClassLoader loader, Object object) throws Exception {
        return read(loader, write(object));
    }

    private static byte[] write(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(ClassLoader loader, byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws ClassNotFoundException {
                return Class.forName(described.getName(), false, loader);
            }
        }) {
            return in.readObject();
        }
    }
}
