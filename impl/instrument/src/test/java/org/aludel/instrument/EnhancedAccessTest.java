package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.testing.Compilation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever code touches a mapped field, the state is told. */
@Tag("MAP-17")
class EnhancedAccessTest {

    private static final String USER = """
            package t;
            import java.util.*;
            import org.aludel.orm.*;
            @Mapped
            public class User {
                Integer id;
                String name;
                int age;
                long visits;
                double weight;
                boolean active;
                byte small;
                short shorter;
                char letter;
                float ratio;
                int[] scores = {1, 2};
                static int count;
                transient String cache;
                @Unmapped String note;
                class Inner { String read() { return name; } }
                static class Nested { private String write(User u) { u.name = "nested"; return u.name; } }
            }
            """;

    @TempDir
    Path output;

    private Object run(String body, String... more) throws Exception {
        String main = """
                package t;
                import java.util.*;
                import java.util.function.*;
                import org.aludel.instrument.testing.RecordingState;
                public class Main implements java.util.concurrent.Callable<Object> {
                    %s
                }
                """.formatted(body);
        String[] sources = new String[more.length + 2];
        sources[0] = main;
        sources[1] = USER;
        System.arraycopy(more, 0, sources, 2, more.length);
        return Compilation.into(output).compile(sources).run("t.Main");
    }

    @Test
    void readsAndWritesFromAnotherClassAreSeen() throws Exception {
        Object log = run("""
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    u.name = "ed";
                    String n = u.name;
                    u.age = 7;
                    return state.log;
                }
                """);
        assertThat(log).isEqualTo(List.of("w name=null->ed", "r name", "w age=0->7"));
    }

    @Test
    void staticTransientAndUnmappedFieldsStayPlain() throws Exception {
        Object log = run("""
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    User.count++;
                    u.cache = "c" + u.cache;
                    u.note = "n" + u.note;
                    return state.log;
                }
                """);
        assertThat(log).isEqualTo(List.of());
    }

    @Test
    void lambdasNestedInnerAnonymousAndLocalClassesAreSeen() throws Exception {
        Object log = run("""
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    Runnable lambda = () -> u.age = 1;
                    lambda.run();
                    Supplier<String> anonymous = new Supplier<>() {
                        public String get() { return u.name; }
                    };
                    anonymous.get();
                    class Local { void touch() { u.visits = 2; } }
                    new Local().touch();
                    new User.Nested() { }.getClass();
                    u.new Inner().read();
                    return state.log;
                }
                """);
        assertThat(log).isEqualTo(List.of("w age=0->1", "r name", "w visits=0->2", "r name"));
    }

    @Test
    void fieldsInheritedByLocalAndAnonymousSubclassesAreSeen() throws Exception {
        Object log = run("""
                public Object call() {
                    class Local extends User { void touch() { name = "local"; } }
                    Local local = new Local();
                    RecordingState state = RecordingState.on(local);
                    local.touch();
                    Supplier<String> other = new Supplier<>() { public String get() { return local.name; } };
                    other.get();
                    return state.log;
                }
                """);
        assertThat(log).isEqualTo(List.of("w name=null->local", "r name"));
    }

    @Test
    void recordsInterfacesAndEnumsThatTouchFieldsAreSeen() throws Exception {
        Object log = run("""
                record Pair(User left) { String name() { return left.name; } }
                interface Reads { default int of(User u) { return u.age; } }
                enum Writer { ONE { void apply(User u) { u.age = 5; } }; abstract void apply(User u); }
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    new Pair(u).name();
                    new Reads() {}.of(u);
                    Writer.ONE.apply(u);
                    return state.log;
                }
                """);
        assertThat(log).isEqualTo(List.of("r name", "r age", "w age=0->5"));
    }

    @Test
    void compoundAssignmentsOfEveryWidthKeepTheirValues() throws Exception {
        Object result = run("""
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    int a = u.age++;
                    int b = ++u.age;
                    long c = u.visits++;
                    long d = u.visits += 10;
                    double e = u.weight += 1.5;
                    double f = u.weight--;
                    u.small += 3; u.shorter -= 2; u.letter++; u.ratio *= 2f; u.active |= true;
                    String g = u.name = "x";
                    u.name += "y";
                    u.scores[1]++;
                    u.age = u.age << 2;
                    User v = u; v.age = v.age = 9;
                    return List.of(a, b, c, d, e, f, g, u.name, u.small, u.shorter, (int) u.letter, u.ratio, u.active,
                            u.scores[1], u.weight, u.visits, u.age, state.log.isEmpty());
                }
                """);
        assertThat(result)
                .isEqualTo(List.of(
                        0, 2, 0L, 11L, 1.5, 1.5, "x", "xy", (byte) 3, (short) -2, 1, 0f, true, 3, 0.5, 11L, 9, false));
    }

    @Test
    void codeWithBranchesSwitchesAndHandlersStaysVerifiable() throws Exception {
        Object result = run("""
                static String classify(User u, int kind) {
                    String found;
                    try {
                        found = switch (kind) {
                            case 0 -> u.name == null ? "none" : u.name;
                            case 1 -> { u.age += kind > 0 ? u.age : -1; yield "age " + u.age; }
                            default -> throw new IllegalStateException(u.name);
                        };
                        for (int i = 0; i < u.scores.length; i++) { if (u.scores[i] > 1) { u.visits += u.scores[i]; } }
                    } catch (IllegalStateException e) {
                        u.name = e.getMessage() + "!";
                        return u.name;
                    } finally {
                        u.active = !u.active;
                    }
                    synchronized (u) { return found + u.visits; }
                }
                public Object call() {
                    User u = new User();
                    u.age = 4;
                    return List.of(classify(u, 0), classify(u, 1), classify(u, 2), u.active);
                }
                """);
        assertThat(result).isEqualTo(List.of("none2", "age 84", "null!", true));
    }

    @Test
    void fieldsOfTypeVariablesAndGenericClassesAreSeen() throws Exception {
        Object log = run("""
                public Object call() {
                    Box<Integer> box = new Box<>();
                    RecordingState state = RecordingState.on(box);
                    box.value = 3;
                    int v = box.value + 1;
                    box.list.add(v);
                    return state.log;
                }
                """, """
                package t;
                import java.util.*;
                import org.aludel.orm.*;
                @Mapped
                class Box<T extends Comparable<T>> { T value; List<T> list = new ArrayList<>(); }
                """);
        assertThat(log).isEqualTo(List.of("w value=null->3", "r value", "r list"));
    }

    @Test
    void moreThan64AttributesShareTheLastBit() throws Exception {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            fields.append("int f").append(i).append("; ");
        }
        Object log = run(
                """
                public Object call() {
                    Wide w = new Wide();
                    RecordingState state = RecordingState.on(w, 1L << 63, 1L << 62);
                    w.f149 = 1; w.f62 = 2; w.f0 = 3;
                    int sum = w.f149 + w.f63 + w.f62;
                    Sub s = new Sub();
                    RecordingState below = RecordingState.on(s, -1L, 0);
                    sum += s.more;
                    return List.of(state.log, below.log, sum, ((org.aludel.orm.instrument.Instrumented) s).$aludel_raw(150));
                }
                """,
                "package t; @org.aludel.orm.Mapped class Wide { " + fields + " }",
                "package t; @org.aludel.orm.Mapped class Sub extends Wide { int more = 4; }");
        assertThat(log).isEqualTo(List.of(List.of("w f62=0->2", "r f149", "r f63"), List.of("r more"), 7, 4));
    }

    @Test
    void objectsWithoutStateAskTheTrapsOfTheirOwnClass() throws Exception {
        Object result = run("""
                public Object call() {
                    List<String> log = new ArrayList<>();
                    var type = org.aludel.orm.instrument.InstrumentedType.of(Admin.class);
                    type.traps().install(new org.aludel.orm.instrument.AttributeTraps.Hooks() {
                        public void onRead(Object instance, int attribute) { log.add("r" + attribute); }
                        public Object onWrite(Object instance, int attribute, Object value) {
                            log.add("w" + attribute);
                            return value + "+";
                        }
                    }, 1L << 0, 1L << 1);
                    User plain = new User();
                    plain.name = "plain";
                    User admin = new Admin();
                    admin.name = "admin";
                    Integer id = admin.id;
                    id = plain.id;
                    return List.of(log, plain.name, admin.name);
                }
                """, "package t; @org.aludel.orm.Mapped class Admin extends User { String role; }");
        assertThat(result).isEqualTo(List.of(List.of("w1", "r0"), "plain", "admin+"));
    }

    @Test
    void theHandlerMayReplaceTheValueWritten() throws Exception {
        Object result = run("""
                static final class Doubling extends org.aludel.orm.instrument.InstanceState {
                    Doubling(Object o) { super(o, null); trapWrite = -1; }
                    public void onRead(Object instance, int attribute) {}
                    public Object onWrite(Object instance, int attribute, Object value) {
                        return value instanceof Long n ? n * 2 : value;
                    }
                }
                public Object call() {
                    User u = new User();
                    ((org.aludel.orm.instrument.Instrumented) u).$aludel_state(new Doubling(u));
                    long expression = u.visits = 21;
                    return List.of(u.visits, expression);
                }
                """);
        assertThat(result).isEqualTo(List.of(42L, 21L));
    }
}
